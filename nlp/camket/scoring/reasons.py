"""The words and evidence that decided a judgement, from the model's own weights.

A linear model decides by sums, so what a word added to the chosen class over the next best one is exact, not estimated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np

from camket.records import Cue
from camket.scoring.observed import Observed
from camket.scoring.scorer import LEAST, Scorer, Telling
from camket.scoring.words import Placed, WordIndex

MOST: Final = 3
# A neighbour that adds at least this part of what a word adds belongs to the same reason ("tăng" and "cường").
_TOGETHER: Final = 0.25
# What something added, and its span.
Told = tuple[float, int, int]
# A place among the tokens of a batch, as the lower bits of a whole number.
_PLACE: Final = 32
_PLACES: Final = (1 << _PLACE) - 1
# What something added, negative so that the most telling comes first, and its span.
Ranked = tuple[float, int, int]
# What each of the most telling tokens of a text added, and the first and the last token that are told with it.
Near = tuple[list[float], list[int], list[int]]


class Words(NamedTuple):
    """What is known of the words of many items.

    Attributes
    ----------
    placed : Placed
        Their columns.
    lengths : ndarray of shape (n_items,)
        Euclidean length of each item's words, as the scorer gives it.
    heads : ndarray of shape (n_items, 8) or None
        Columns of the evidence that the first words give; None for a model without such evidence.
    """

    placed: Placed
    lengths: np.ndarray
    heads: np.ndarray | None


@dataclass(frozen=True, slots=True)
class Decisions:
    """The class chosen for each item over the next best one: their columns in the scorer, and the reasons' label."""

    chosen: Sequence[int]
    others: Sequence[int]
    labels: Sequence[str]


def find_reasons(
    batch: Sequence[Observed], scorer: Scorer, words: Words, decisions: Decisions, more: Mapping[int, Sequence[Told]]
) -> list[tuple[Cue, ...]]:  # fmt: skip
    """The most telling words and pieces of evidence of each item, most telling first, without overlaps.

    Parameters
    ----------
    batch : sequence of Observed
    scorer : Scorer
        The weights that decided.
    words : Words
        What the scorer found of the items' words.
    decisions : Decisions
        What was decided on each item.
    more : mapping of int to sequence of (float, int, int)
        What other models added to the scores of an item, by its place in the batch, with the span it stands on.
    """
    placed, lengths, heads = words
    sides = np.array([decisions.chosen, decisions.others], dtype=np.intp)
    added = _word_weights(placed, lengths, scorer, sides)
    if heads is not None:
        _add_heads(added, placed, heads, scorer, sides)
    best = _best(added, placed, scorer.vectoriser.index)
    ranked = [
        _ranked(one, near, scorer.telling(chosen, other))
        for one, near, chosen, other in zip(batch, best, decisions.chosen, decisions.others, strict=True)
    ]
    for place, told in more.items():
        ranked[place] += [(-added, start, end) for added, start, end in told if added > LEAST]
    return [_apart(found, label) for found, label in zip(ranked, decisions.labels, strict=True)]


def _word_weights(placed: Placed, lengths: np.ndarray, scorer: Scorer, sides: np.ndarray) -> np.ndarray:
    """What each token adds, shape (n_tokens,): its word, and half of each pair it belongs to."""
    rows = placed.rows
    sides = sides[:, rows]
    words, pairs = (_over(scorer.words, columns, sides) for columns in (placed.words, placed.pairs))
    words[:-1] += pairs[:-1] / 2
    words[1:] += pairs[:-1] / 2
    added: np.ndarray = words / lengths[rows]
    return added


def _add_heads(added: np.ndarray, placed: Placed, columns: np.ndarray, scorer: Scorer, sides: np.ndarray) -> None:
    """Add what it adds that a token stands among the first."""
    rows, first = np.nonzero(columns >= 0)
    added[placed.starts[rows] + first] += _over(scorer.evidence, columns[rows, first], sides[:, rows])


def _over(weights: np.ndarray, columns: np.ndarray, sides: np.ndarray) -> np.ndarray:
    """What each column adds to its chosen class over the other one."""
    # By places in all of the table: two indices to an array take twice as long. -1 is still the last row.
    chosen, other = weights.ravel().take(columns * weights.shape[1] + sides)
    found: np.ndarray = chosen - other
    return found


def _best(added: np.ndarray, placed: Placed, index: WordIndex) -> Iterator[Near]:
    """The tokens of each text that add most, each with the syllable before and after it where they decide with it."""
    best = _greatest(added, placed.starts)
    is_word = index.is_word[placed.words]
    own, together = added[best], added[best] * _TOGETHER
    # Before the first token of a text and behind the last one stand ends of texts, which add nothing.
    before, after = (
        is_word[best] & is_word[beside] & (added[beside] >= together) for beside in (best - 1, (best + 1) % len(added))
    )
    first = best - placed.starts[:, None]
    return zip(own.tolist(), (first - before).tolist(), (first + after).tolist(), strict=True)


def _greatest(added: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Places of the tokens of each text that add most, shape (n_texts, MOST)."""
    n = len(added)
    # Bits of positive numbers are in the order of the numbers: with the place behind them (of two that add the same,
    # the first in the text is greater) one whole number tells both, and the greatest of each text is found at once.
    bits = np.maximum(added, 0).astype(np.float32).view(np.int32)
    keys = bits.astype(np.int64) << _PLACE | np.arange(n, 0, -1)
    found = np.empty((len(starts), MOST), dtype=np.intp)
    for rank in range(MOST):
        found[:, rank] = n - (np.maximum.reduceat(keys, starts) & _PLACES)
        keys[found[:, rank]] &= _PLACES
    return found


def _ranked(one: Observed, near: Near, weights: Telling) -> list[Ranked]:
    """Words, cues, times, figures and words of state that decide something."""
    starts, ends = one.source.syllables.starts, one.source.syllables.ends
    added, firsts, lasts = near
    found: list[Any] = [(-own, starts[firsts[i]], ends[lasts[i]]) for i, own in enumerate(added) if own > LEAST]
    cues, times, figures, states = weights
    # One look-up each: what decides nothing is not in these tables.
    found += [(o, c.start, c.end) for c in _untyped(one.cues) if (o := cues.get(c.label)) is not None]
    found += [(o, t.start, t.end) for t in _untyped(one.times) if (o := times.get(t.role)) is not None]
    found += [(o, f.start, f.end) for f in _untyped(one.figures) if (o := figures.get(f.role)) is not None]
    found += [(o, starts[a], ends[b - 1]) for a, b, state in one.states if (o := states.get(state)) is not None]
    return found


def _untyped(records: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same records, whose numbers compiled code then passes on as they are."""
    return records


def _apart(ranked: list[Ranked], label: str) -> tuple[Cue, ...]:
    """The first few that do not overlap. Of two that added the same, the first in the text comes first."""
    ranked.sort()
    kept: list[tuple[int, int]] = []
    for _, start, end in ranked:
        for first, last in kept:
            if start < last and first < end:
                break
        else:
            kept.append((start, end))
            if len(kept) == MOST:
                break
    return tuple([Cue(start, end, label) for start, end in kept])
