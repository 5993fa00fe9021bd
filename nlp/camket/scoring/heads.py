"""An item's first words as evidence: what it opens with tells what it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final, get_args

import numpy as np

from camket.records import Kind
from camket.scoring.words import Placed, WordIndex, normal

# Tokens that count as the item's head.
HEAD: Final = 8
_NAMES: Final = {kind: f"head of {kind}" for kind in get_args(Kind)}
# Templates of this evidence.
TEMPLATES: Final = frozenset(_NAMES.values())


def head(forms: Sequence[str], kind: str) -> list[tuple[str, str]]:
    """Who or what an item is about, and the verb that promises, reports or asks: its first words.

    Examples
    --------
    >>> head(["Trồng", "12"], "report")
    [('head of report', 'trồng'), ('head of report', '0')]
    """
    name = _NAMES[kind]
    return [(name, normal(form)) for form in forms[:HEAD]]


class HeadColumns:
    """Where a model keeps the weights of this evidence, by the word's column.

    Parameters
    ----------
    index : WordIndex
    known : callable
        Column of a piece of evidence, as ``known(feature, default)``.
    """

    def __init__(self, index: WordIndex, known: Callable[[tuple[str, Hashable], int], int]) -> None:
        # The last column is that of unknown words, which have no weights.
        words = [*index.words, ""]
        self._kinds = {kind: place for place, kind in enumerate(_NAMES)}
        self._table = np.array([[known((name, word), -1) for word in words] for name in _NAMES.values()], dtype=np.intp)

    def find(self, placed: Placed, kinds: Sequence[str]) -> np.ndarray:
        """Columns of the evidence on each of the first tokens, shape (n_items, 8); -1 where there is none."""
        places = placed.starts[:, None] + np.minimum(np.arange(HEAD), placed.lengths[:, None])
        # Behind its last word the token that closes a text is repeated: a word that is not known.
        words = placed.words[places]
        found: np.ndarray = self._table[np.array([self._kinds[kind] for kind in kinds])[:, None], words]
        # A word that stands twice in the head counts once: for its first place.
        for place in range(1, HEAD):
            found[(words[:, :place] == words[:, place : place + 1]).any(axis=1), place] = -1
        return found
