"""The place of an item's first words as evidence: what it opens with tells what it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import repeat
from typing import get_args

import numpy as np

from camket.records import Kind
from camket.scoring.words import WordIndex, normal

# Tokens whose place counts, and tokens that count as the item's head wherever in it they stand.
PLACED, HEAD = 6, 8
_PLACES = tuple(f"word {place}" for place in range(PLACED))
_HEADS = {kind: f"head of {kind}" for kind in get_args(Kind)}
# Templates of this evidence.
TEMPLATES = frozenset([*_PLACES, *_HEADS.values()])


def head(forms: Sequence[str], kind: str) -> list[tuple[str, str]]:
    """Who or what an item is about, and the verb that promises, reports or asks: its first words, by place and at all.

    Examples
    --------
    >>> head(["Trồng", "12"], "report")
    [('word 0', 'trồng'), ('word 1', '0'), ('head of report', 'trồng'), ('head of report', '0')]
    """
    words = [normal(form) for form in forms[:HEAD]]
    return [*zip(_PLACES, words, strict=False), *zip(repeat(_HEADS[kind]), words, strict=False)]


class HeadColumns:
    """Where a model keeps the weights of this evidence, by place and column of the word.

    Parameters
    ----------
    index : WordIndex
    known : callable
        Column of a piece of evidence, as ``known(feature, default)``.
    """

    def __init__(self, index: WordIndex, known: Callable[[tuple[str, Hashable], int], int]) -> None:
        # The last column is that of unknown words, which have no weights.
        words = [*index.words, ""]
        self._places = np.array([[known((name, word), -1) for word in words] for name in _PLACES], dtype=np.intp)
        self._heads = {
            kind: np.array([known((name, word), -1) for word in words], dtype=np.intp) for kind, name in _HEADS.items()
        }

    def find(self, words: Sequence[Sequence[int]], kinds: Sequence[str]) -> np.ndarray:
        """Columns of the evidence on each of the first tokens, shape (n_items, 8, 2); -1 where there is none."""
        padded = np.array([[*row[:HEAD], *[-1] * (HEAD - len(row))] for row in words], dtype=np.intp)
        found = np.full((*padded.shape, 2), -1, dtype=np.intp)
        for place in range(PLACED):
            found[:, place, 0] = self._places[place, padded[:, place]]
        is_kind = np.array(kinds)
        for kind, table in self._heads.items():
            chosen = is_kind == kind
            found[chosen, :, 1] = table[padded[chosen]]
        # A word that stands twice in the head counts once: for its first place.
        for place in range(1, HEAD):
            again = (padded[:, :place] == padded[:, place : place + 1]).any(axis=1)
            found[again, place, 1] = -1
        return found
