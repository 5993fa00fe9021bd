"""The words and evidence that decided a judgement, from the model's own weights.

A linear model decides by sums, so what a word added to the chosen class over the next best one is exact, not estimated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from camket.records import Cue
from camket.scoring.observed import Observed
from camket.scoring.scorer import Scorer
from camket.text.lexer import Syllables

MOST = 3
# Words further on are not looked at: a reason should be near at hand, and time flat.
_TOKENS = 400
# A weight below this decides nothing.
_LEAST = 0.05
# A neighbour that adds at least this part of what a word adds belongs to the same reason ("tăng" and "cường").
_TOGETHER = 0.25
# What something added, and its span.
Told = tuple[float, int, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """A class chosen over the next best one: their columns in the scorer, and the label of the reasons."""

    chosen: int
    other: int
    label: str


def find_reasons(
    batch: Sequence[Observed], scorer: Scorer, lengths: np.ndarray, decisions: Sequence[Decision],
    more: Mapping[int, list[Told]],
) -> list[tuple[Cue, ...]]:  # fmt: skip
    """The most telling words and pieces of evidence of each item, most telling first, without overlaps.

    Parameters
    ----------
    batch : sequence of Observed
    scorer : Scorer
        The weights that decided.
    lengths : ndarray of shape (n_items,)
        Euclidean length of each item's words, as the scorer gives it.
    decisions : sequence of Decision
        What was decided on each item.
    more : mapping of int to list of (float, int, int)
        What other models added to the scores of an item, by its place in the batch, with the span it stands on.
    """
    sides = np.array([(decision.chosen, decision.other) for decision in decisions], dtype=np.intp).T
    words = _word_weights(batch, scorer, sides) / lengths[:, None]
    _add_heads(words, batch, scorer, sides)
    top = np.argpartition(-words, min(MOST, words.shape[1] - 1), axis=1)[:, :MOST]
    # Each of them with its neighbours; beyond the edges nothing is added.
    padded = np.pad(words, ((0, 0), (1, 1)))
    added = padded[np.arange(len(batch))[:, None, None], top[:, :, None] + np.arange(3)].tolist()
    evidence = _evidence_weights(batch, scorer, sides)
    for place, told in more.items():
        evidence[place] = evidence[place] + told
    rows = zip(batch, decisions, top.tolist(), added, evidence, strict=True)
    return [_cues(one, decision.label, tokens, near, found) for one, decision, tokens, near, found in rows]


def _word_weights(batch: Sequence[Observed], scorer: Scorer, sides: np.ndarray) -> np.ndarray:
    """What each token adds, shape (n_items, longest): its word, and half of each pair it belongs to."""
    columns = [one.columns(scorer.vectoriser.index) for one in batch]
    words = [found[0][:_TOKENS] for found in columns]
    pairs = [found[1][: _TOKENS - 1] for found in columns]
    total = np.zeros((len(batch), max(map(len, words), default=0) or 1), dtype=np.float32)
    for cells, share, reach in ((words, 1.0, (0,)), (pairs, 0.5, (0, 1))):
        rows, places, flat = _flat(cells)
        added = _differences(scorer.words, rows, flat, sides) * share
        for step in reach:
            total[rows, places + step] += added
    return total


def _add_heads(total: np.ndarray, batch: Sequence[Observed], scorer: Scorer, sides: np.ndarray) -> None:
    """Add what the place of each of the first tokens adds."""
    words = [one.columns(scorer.vectoriser.index)[0] for one in batch]
    columns = scorer.heads.find(words, [one.source.item.kind for one in batch])[:, : total.shape[1]]
    chosen, other = sides[:, :, None, None]
    total[:, : columns.shape[1]] += (scorer.evidence[columns, chosen] - scorer.evidence[columns, other]).sum(axis=2)


def _flat(cells: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row, place in its row, and value of all cells."""
    lengths = np.fromiter(map(len, cells), dtype=np.intp, count=len(cells))
    flat = np.array(list(chain.from_iterable(cells)), dtype=np.intp)
    places = np.arange(len(flat)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(np.arange(len(cells)), lengths), places, flat


def _differences(weights: np.ndarray, rows: np.ndarray, columns: np.ndarray, sides: np.ndarray) -> np.ndarray:
    chosen, other = sides[:, rows]
    differences: np.ndarray = weights[columns, chosen] - weights[columns, other]
    return differences


def _evidence_weights(batch: Sequence[Observed], scorer: Scorer, sides: np.ndarray) -> list[list[Told]]:
    """What cues, times, figures and words of state add."""
    known = scorer.vectoriser.known
    named = [
        [(known(("cue", cue.label), -1), cue.start, cue.end) for cue in one.cues]
        + [(known(("time role", time.role), -1), time.start, time.end) for time in one.times]
        + [(known(("figure role", figure.role), -1), figure.start, figure.end) for figure in one.figures]
        + [(known(("state", state), -1), *one.source.syllables.span(a, b)) for a, b, state in one.states]
        for one in batch
    ]
    columns = np.array([column for told in named for column, _, _ in told], dtype=np.intp)
    rows = np.repeat(np.arange(len(batch)), [len(told) for told in named])
    added = iter(_differences(scorer.evidence, rows, columns, sides).tolist())
    return [[(next(added), start, end) for _, start, end in told] for told in named]


def _cues(
    one: Observed, label: str, tokens: Sequence[int], near: Sequence[Sequence[float]], evidence: Sequence[Told]
) -> tuple[Cue, ...]:
    syllables = one.source.syllables
    told = [_told(token, added, syllables) for token, added in zip(tokens, near, strict=True) if added[1] > _LEAST]
    # By what they added, most first; of two that added the same, the first in the text.
    told = sorted([(-added, start, end) for added, start, end in (*told, *evidence) if added > _LEAST])
    kept: list[Cue] = []
    for _, start, end in told:
        for cue in kept:
            if start < cue.end and cue.start < end:
                break
        else:
            kept.append(Cue(start, end, label))
            if len(kept) == MOST:
                break
    return tuple(kept)


def _told(token: int, near: Sequence[float], syllables: Syllables) -> Told:
    """A token with the syllable before and after it where they decide with it; ``near`` is what the three add."""
    before, own, after = near
    first, last, forms = token, token, syllables.forms
    if forms[token].isalpha():
        if before >= own * _TOGETHER and forms[token - 1].isalpha():
            first = token - 1
        if after >= own * _TOGETHER and forms[token + 1].isalpha():
            last = token + 1
    return own, syllables.starts[first], syllables.ends[last]
