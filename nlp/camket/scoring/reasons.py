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

MOST = 3
# Words further on are not looked at: a reason should be near at hand, and time flat.
_TOKENS = 400
# A weight below this decides nothing.
_LEAST = 0.05
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
    words = _word_weights(batch, scorer, decisions) / lengths[:, None]
    top = np.argpartition(-words, min(MOST, words.shape[1] - 1), axis=1)[:, :MOST]
    added = np.take_along_axis(words, top, axis=1).tolist()
    evidence = _evidence_weights(batch, scorer, decisions)
    for place, told in more.items():
        evidence[place] = evidence[place] + told
    rows = zip(batch, decisions, top.tolist(), added, evidence, strict=True)
    return [_cues(one, decision.label, tokens, told, found) for one, decision, tokens, told, found in rows]


def _word_weights(batch: Sequence[Observed], scorer: Scorer, decisions: Sequence[Decision]) -> np.ndarray:
    """What each token adds, shape (n_items, longest): its word, and half of each pair it belongs to."""
    columns = [one.columns(scorer.vectoriser.index) for one in batch]
    words = [found[0][:_TOKENS] for found in columns]
    pairs = [found[1][: _TOKENS - 1] for found in columns]
    total = np.zeros((len(batch), max(map(len, words), default=0) or 1), dtype=np.float32)
    for cells, share, reach in ((words, 1.0, (0,)), (pairs, 0.5, (0, 1))):
        rows, places, flat = _flat(cells)
        added = _differences(scorer.words, rows, flat, decisions) * share
        for step in reach:
            total[rows, places + step] += added
    return total


def _flat(cells: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row, place in its row, and value of all cells."""
    lengths = np.fromiter(map(len, cells), dtype=np.intp, count=len(cells))
    flat = np.array(list(chain.from_iterable(cells)), dtype=np.intp)
    places = np.arange(len(flat)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(np.arange(len(cells)), lengths), places, flat


def _differences(
    weights: np.ndarray, rows: np.ndarray, columns: np.ndarray, decisions: Sequence[Decision]
) -> np.ndarray:
    chosen = np.array([decision.chosen for decision in decisions])
    other = np.array([decision.other for decision in decisions])
    return weights[columns, chosen[rows]] - weights[columns, other[rows]]


def _evidence_weights(batch: Sequence[Observed], scorer: Scorer, decisions: Sequence[Decision]) -> list[list[Told]]:
    """What cues, times and figures add."""
    known = scorer.vectoriser.known
    named = [
        [(known(("cue", cue.label), -1), cue.start, cue.end) for cue in one.cues]
        + [(known(("time role", time.role), -1), time.start, time.end) for time in one.times]
        + [(known(("figure role", figure.role), -1), figure.start, figure.end) for figure in one.figures]
        for one in batch
    ]
    columns = np.array([column for told in named for column, _, _ in told], dtype=np.intp)
    rows = np.repeat(np.arange(len(batch)), [len(told) for told in named])
    added = iter(_differences(scorer.evidence, rows, columns, decisions).tolist())
    return [[(next(added), start, end) for _, start, end in told] for told in named]


def _cues(
    one: Observed, label: str, tokens: Sequence[int], added: Sequence[float], evidence: Sequence[Told]
) -> tuple[Cue, ...]:
    syllables = one.source.syllables
    told = [(w, syllables.starts[t], syllables.ends[t]) for t, w in zip(tokens, added, strict=True) if w > _LEAST]
    told += [found for found in evidence if found[0] > _LEAST]
    told.sort(key=lambda found: (-found[0], found[1]))
    kept: list[Cue] = []
    for _, start, end in told:
        if all(end <= cue.start or start >= cue.end for cue in kept):
            kept.append(Cue(start, end, label))
            if len(kept) == MOST:
                break
    return tuple(kept)
