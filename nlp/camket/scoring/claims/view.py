"""An item as the claim models see it, found once."""

from __future__ import annotations

from dataclasses import dataclass

from camket.scoring.claims.signs import Mark, Sign, find_marks, find_signs
from camket.scoring.observed import Observed
from camket.scoring.states import State
from camket.scoring.words import NUMBER, WordIndex


@dataclass(slots=True)
class View:
    """Tokens in normal form, columns of words and pairs; states, signs, skeleton."""

    observed: Observed
    plain: list[str]
    words: list[int]
    pairs: list[int]
    states: list[State]
    signs: list[Sign]
    marks: list[Mark]


def view(observed: Observed, index: WordIndex) -> View:
    """Prepare an item."""
    syllables = observed.source.syllables
    plain = [NUMBER if form[0].isdigit() else form for form in syllables.lowered]
    marks = find_marks(plain, observed.figures, syllables.starts)
    words, pairs = observed.columns(index)
    return View(observed, plain, words, pairs, observed.states, find_signs(syllables), marks)
