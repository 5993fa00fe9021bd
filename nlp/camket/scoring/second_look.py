"""A second look at items whose act or target is in doubt: what their words and parts of speech add to the scores.

"Thu hồi 17 giấy phép" and "Thu hồi của tỉnh" begin with the same syllables; which is a verb with its object, only the
words tell. A small linear model over words adds to the scores of the first one, so reasons stay sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from camket.scoring import store
from camket.scoring.morphology import Word, find_words
from camket.scoring.observed import Observed
from camket.scoring.reasons import Told
from camket.scoring.vectoriser import Feature, Row
from camket.scoring.words import WordIndex
from camket.text.lexer import Syllables

FAMILY, MODEL = "acts_words", "act"
# Items whose most probable class is less probable than this are looked at again: about one in three hundred.
# A look takes longer than all else that is done for an item; more of them make no more items right.
DOUBT = 0.45
_OBJECTS = frozenset(["N", "Nc"])
_NONE = "none"
# What a piece of evidence added, and the tokens it stands on.
Placed = tuple[Feature, int, int]


def look(observed: Observed) -> list[Placed]:
    """Evidence from the words of one item, and the tokens of each piece."""
    return evidence_of(find_words(observed.source.syllables.forms))


def evidence_of(words: Sequence[Word]) -> list[Placed]:
    """Evidence from the words of a text: compounds, how it opens, and neighbours that mean something together."""
    found: list[Placed] = [(("word", w.form), w.first, w.last) for w in words if " " in w.form]
    found += _opening(words)
    for before, word in pairwise(words):
        found += _pair(before, word)
    return found


def _opening(words: Sequence[Word]) -> list[Placed]:
    """The tags an item begins with, its first verb and where it stands, and its first noun."""
    found: list[Placed] = []
    for n in (2, 3, 4):
        head = words[:n]
        found.append((("opening tags", " ".join(w.tag for w in head)), 0, head[-1].last if head else 0))
    place = next((i for i, w in enumerate(words) if w.tag == "V"), -1)
    noun = next((w for w in words if w.tag == "N"), None)
    verb = words[place] if place >= 0 else None
    found.append((("verb at", min(place, 8)), verb.first if verb else 0, verb.last if verb else 0))
    for name, word in (("first verb", verb), ("first noun", noun)):
        found.append(((name, word.form), word.first, word.last) if word else ((name, _NONE), 0, 0))
    return found


def _pair(before: Word, word: Word) -> list[Placed]:
    """A verb with its object, a verb with what follows it, and an adverb with its verb ("đã trồng", "sẽ trồng")."""
    found: list[Placed] = []
    if before.tag == "V":
        found.append((("verb before", f"{before.form} {word.tag}"), before.first, before.last))
        if word.tag in _OBJECTS:
            found.append((("verb and object", f"{before.form} {word.form}"), before.first, word.last))
    elif before.tag == "R" and word.tag == "V":
        found.append((("adverb and verb", f"{before.form} {word.form}"), before.first, word.last))
    return found


def added_scores(seen: Sequence[Sequence[Placed]]) -> np.ndarray:
    """What the words of each item add to the scores of each class, shape (n_items, n_classes)."""
    return load().scorer.scores([row(found) for found in seen])[MODEL]


def row(seen: Sequence[Placed]) -> Row:
    """The evidence as a row of the model."""
    return Row([], [feature for feature, *_ in seen])


def tell(seen: Sequence[Placed], chosen: int, other: int, syllables: Syllables) -> list[Told]:
    """What each piece of evidence added to the chosen class over the next best one, and its span."""
    scorer = load().scorer
    known = scorer.vectoriser.known
    told = []
    for feature, first, last in seen:
        weights = scorer.evidence[known(feature, -1)]
        if last > first:
            told.append((float(weights[chosen] - weights[other]), *syllables.span(first, last)))
    return told


@cache
def no_words() -> WordIndex:
    """An index without words: this model has evidence alone."""
    return WordIndex([], [], np.zeros(0))


def load() -> store.Family:
    """The model, loaded once a process."""
    return store.load(FAMILY, no_words)
