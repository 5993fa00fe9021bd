"""Runs of chunks that may be claims, each with what the ways to cut its item say for it."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from camket.scoring.claims.chunks import Chunk, trim
from camket.scoring.claims.decode import Run
from camket.text.lexer import Syllables

# Below this a run is no rival of another.
_RIVAL = 0.02
# Runs are alike that share this part of all the tokens they hold.
_SAME = 0.5
TokenRange = tuple[int, int]
# First and last chunk, first and end token, probability.
_Rival = tuple[int, int, int, int, float]


class Candidate:
    """A run of chunks and its tokens, trimmed; how likely it is, alone and with its like, as logarithms of the odds."""

    def __init__(self, run: Run, tokens: TokenRange, odds: int, odds_of_like: int) -> None:
        self.run = run
        self.tokens = tokens
        self.odds = odds
        self.odds_of_like = odds_of_like


def find_candidates(
    syllables: Syllables, chunks: Sequence[Chunk], chances: Sequence[float], least: float
) -> list[Candidate]:
    """Runs that are claims with at least this probability, in the order of the text; the likeliest one if none is.

    Parameters
    ----------
    syllables : Syllables
        The item's text.
    chunks : sequence of Chunk
        Its chunks.
    chances : sequence of float
        As of :func:`camket.scoring.claims.decode.run_chances`.
    least : float
        Probability.
    """
    bound = min(least, max(chances, default=0.0))
    rivals = _rivals(chunks, chances, min(_RIVAL, bound))
    found = []
    for rival in rivals:
        i, j, first, end, chance = rival
        if chance >= bound:
            found.append(Candidate((i, j), trim(syllables, first, end), _odds(chance), _odds(_like(rival, rivals))))
    return found


def _rivals(chunks: Sequence[Chunk], chances: Sequence[float], least: float) -> list[_Rival]:
    """Runs that are likely enough."""
    found, place = [], 0
    for i, chunk in enumerate(chunks):
        for j in range(i, len(chunks)):
            if chances[place] >= least:
                found.append((i, j, chunk.first, chunks[j].last, chances[place]))
            place += 1
    return found


def _like(rival: _Rival, rivals: Sequence[_Rival]) -> float:
    """Probability of a run and of those that share most of it."""
    _, _, start, end, _ = rival
    like = 0.0
    for _, _, a, b, chance in rivals:
        shared = (end if end < b else b) - (start if start > a else a)
        if shared > 0 and shared >= _SAME * ((end if end > b else b) - (start if start < a else a)):
            like += chance
    return like


def _odds(chance: float) -> int:
    """Logarithm of the odds, a whole number."""
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-4, min(5, round(log(kept / (1 - kept)))))
