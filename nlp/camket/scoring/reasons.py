"""The words and evidence that decided a judgement, from the model's own weights.

A linear model decides by sums, so what a word added to the chosen class over the next best one is exact, not estimated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from camket.records import Cue
from camket.scoring.observed import Observed
from camket.scoring.scorer import LEAST, Scorer, Telling
from camket.scoring.words import Placed, WordIndex
from camket.text.lexer import Syllables

MOST = 3
# A neighbour that adds at least this part of what a word adds belongs to the same reason ("tăng" and "cường").
_TOGETHER = 0.25
# What something added, and its span.
Told = tuple[float, int, int]
# A place among the tokens of a batch, as the lower bits of a whole number.
_PLACE = 32
_PLACES = (1 << _PLACE) - 1
# What something added, negative so that the most telling comes first, and its span.
Ranked = tuple[float, int, int]
# What a token added, and the first and the last token that are told with it.
Near = tuple[float, int, int]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The class chosen for each item over the next best one: their columns in the scorer, and the reasons' label."""

    chosen: Sequence[int]
    others: Sequence[int]
    labels: Sequence[str]


def find_reasons(
    batch: Sequence[Observed], scorer: Scorer, words: tuple[Placed, np.ndarray], decisions: Decisions,
    more: Mapping[int, Sequence[Told]],
) -> list[tuple[Cue, ...]]:  # fmt: skip
    """The most telling words and pieces of evidence of each item, most telling first, without overlaps.

    Parameters
    ----------
    batch : sequence of Observed
    scorer : Scorer
        The weights that decided.
    words : (Placed, ndarray of shape (n_items,))
        Columns of the items' words, and the Euclidean length of each item's words, as the scorer gives it.
    decisions : Decisions
        What was decided on each item.
    more : mapping of int to sequence of (float, int, int)
        What other models added to the scores of an item, by its place in the batch, with the span it stands on.
    """
    placed, lengths = words
    sides = np.array([decisions.chosen, decisions.others], dtype=np.intp)
    added = _word_weights(placed, lengths, scorer, sides)
    _add_heads(added, placed, [one.source.item.kind for one in batch], scorer, sides)
    ranked = [
        _ranked_words(one.source.syllables, tokens) + _ranked_evidence(one, scorer.telling(chosen, other))
        for one, tokens, (chosen, other) in zip(
            batch, _best(added, placed, scorer.vectoriser.index), sides.T.tolist(), strict=True
        )
    ]
    for place, told in more.items():
        ranked[place] += [(-added, start, end) for added, start, end in told if added > LEAST]
    return [_apart(sorted(found), label) for found, label in zip(ranked, decisions.labels, strict=True)]


def _word_weights(placed: Placed, lengths: np.ndarray, scorer: Scorer, sides: np.ndarray) -> np.ndarray:
    """What each token adds, shape (n_tokens,): its word, and half of each pair it belongs to."""
    rows = placed.rows
    chosen, other = sides[:, rows]
    words, pairs = (
        scorer.words[columns, chosen] - scorer.words[columns, other] for columns in (placed.words, placed.pairs)
    )
    words[:-1] += pairs[:-1] / 2
    words[1:] += pairs[:-1] / 2
    added: np.ndarray = words / lengths[rows]
    return added


def _add_heads(added: np.ndarray, placed: Placed, kinds: Sequence[str], scorer: Scorer, sides: np.ndarray) -> None:
    """Add what it adds that a token stands among the first."""
    columns = scorer.heads.find(placed, kinds)
    rows, first = np.nonzero(columns >= 0)
    chosen, other = sides[:, rows]
    columns = columns[rows, first]
    added[placed.starts[rows] + first] += scorer.evidence[columns, chosen] - scorer.evidence[columns, other]


def _best(added: np.ndarray, placed: Placed, index: WordIndex) -> list[list[Near]]:
    """The tokens of each text that add most, each with the syllable before and after it where they decide with it."""
    best = _greatest(added, placed.starts)
    is_word = index.is_word[placed.words]
    own, together = added[best], added[best] * _TOGETHER
    # Before the first token of a text and behind the last one stand ends of texts, which add nothing.
    before, after = (
        is_word[best] & is_word[beside] & (added[beside] >= together) for beside in (best - 1, (best + 1) % len(added))
    )
    first = best - placed.starts[:, None]
    columns = own.tolist(), (first - before).tolist(), (first + after).tolist()
    return [list(zip(*three, strict=True)) for three in zip(*columns, strict=True)]


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


def _ranked_words(syllables: Syllables, tokens: Sequence[Near]) -> list[Ranked]:
    starts, ends = syllables.starts, syllables.ends
    return [(-own, starts[first], ends[last]) for own, first, last in tokens if own > LEAST]


def _ranked_evidence(one: Observed, weights: Telling) -> list[Ranked]:
    """Cues, times, figures and words of state that decide something."""
    cues, times, figures, states = weights
    span = one.source.syllables.span
    found = [(-cues[cue.label], cue.start, cue.end) for cue in one.cues if cue.label in cues]
    found += [(-times[time.role], time.start, time.end) for time in one.times if time.role in times]
    found += [(-figures[figure.role], figure.start, figure.end) for figure in one.figures if figure.role in figures]
    return found + [(-states[state], *span(a, b)) for a, b, state in one.states if state in states]


def _apart(ranked: Sequence[Ranked], label: str) -> tuple[Cue, ...]:
    """The first few that do not overlap. Of two that added the same, the first in the text comes first."""
    kept: list[Cue] = []
    for _, start, end in ranked:
        for cue in kept:
            if start < cue.end and cue.start < end:
                break
        else:
            kept.append(Cue(start, end, label))
            if len(kept) == MOST:
                break
    return tuple(kept)
