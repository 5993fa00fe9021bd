"""An item as the claim models see it, found once."""

from __future__ import annotations

from camket.records import Cue
from camket.scoring.claims.measure import Reading
from camket.scoring.claims.signs import Mark, Sign, find_marks, find_signs
from camket.scoring.observed import Observed
from camket.scoring.words import NUMBER, WordIndex
from camket.text.lexer import lower


class View:
    """Tokens in normal form, columns of words and pairs; states, signs, skeleton, figures with their surroundings."""

    def __init__(
        self, observed: Observed, plain: list[str], words: list[int], pairs: list[int], states: list[Sign],
        signs: list[Sign], marks: list[Mark], readings: list[Reading],
    ) -> None:  # fmt: skip
        self.observed, self.plain, self.words, self.pairs = observed, plain, words, pairs
        self.states, self.signs, self.marks, self.readings = states, signs, marks, readings

    def cues(self, start: int, end: int) -> tuple[Cue, ...]:
        """The item's cues that begin between two offsets."""
        return tuple([cue for cue in self.observed.cues if start <= cue.start < end])


def view(observed: Observed, index: WordIndex) -> View:
    """Prepare an item."""
    syllables, figures = observed.source.syllables, observed.figures
    plain = [NUMBER if form[0].isdigit() else form for form in syllables.lowered]
    text = lower(observed.source.item.text) if figures else ""
    readings = [Reading(figure, text) for figure in figures]
    marks = find_marks(plain, readings, syllables.starts)
    words, pairs = observed.columns(index)
    states = [Sign(first, last, name) for first, last, name in observed.states]
    return View(observed, plain, words, pairs, states, find_signs(syllables), marks, readings)
