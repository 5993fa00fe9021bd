"""Runs of chunks that may be claims, each with what the ways to cut its item say for it."""

from __future__ import annotations

from math import log
from typing import Final

from camket.scoring.claims.chunks import Chunk, trim
from camket.scoring.claims.decode import Run
from camket.text.lexer import Syllables

# Below this a run is no rival of another.
_RIVAL: Final = 0.02
# Runs are alike that share this part of all the tokens they hold.
_SAME: Final = 0.5
TokenRange = tuple[int, int]


class Candidate:
    """A run of chunks and its tokens, trimmed; how likely it is, alone and with its like, as logarithms of the odds."""

    def __init__(self, run: Run, tokens: TokenRange, odds: int, odds_of_like: int) -> None:
        self.run = run
        self.tokens = tokens
        self.odds = odds
        self.odds_of_like = odds_of_like


def find_candidates(syllables: Syllables, chunks: list[Chunk], chances: list[float], least: float) -> list[Candidate]:
    """Runs that are claims with at least this probability, in the order of the text; the likeliest one if none is.

    Parameters
    ----------
    syllables : Syllables
        The item's text.
    chunks : list of Chunk
        Its chunks.
    chances : list of float
        As of :func:`camket.scoring.claims.decode.run_chances`.
    least : float
        Probability.
    """
    bound = min(least, max(chances, default=0.0))
    rivals = _rivals(chunks, chances, min(_RIVAL, bound))
    found = []
    for r in rivals:
        if r.chance >= bound:
            tokens = trim(syllables, r.start, r.end)
            found.append(Candidate((r.first, r.last), tokens, _odds(r.chance), _odds(_like(r, rivals))))
    return found


class _Rival:
    """A run of chunks, its tokens, and its probability."""

    def __init__(self, first: int, last: int, start: int, end: int, chance: float) -> None:
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.chance = chance


def _rivals(chunks: list[Chunk], chances: list[float], least: float) -> list[_Rival]:
    """Runs that are likely enough."""
    found: list[_Rival] = []
    place, n = 0, len(chunks)
    for i in range(n):
        for j in range(i, n):
            if chances[place] >= least:
                found.append(_Rival(i, j, chunks[i].first, chunks[j].last, chances[place]))
            place += 1
    return found


def _like(rival: _Rival, rivals: list[_Rival]) -> float:
    """Probability of a run and of those that share most of it."""
    start, end = rival.start, rival.end
    like = 0.0
    for other in rivals:
        a, b = other.start, other.end
        shared = (end if end < b else b) - (start if start > a else a)
        if shared > 0 and shared >= _SAME * ((end if end > b else b) - (start if start < a else a)):
            like += other.chance
    return like


def _odds(chance: float) -> int:
    """Logarithm of the odds, a whole number."""
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-4, min(5, round(log(kept / (1 - kept)))))
