"""Words around the numbers of an item: what they are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from camket.lexicons import lexicon
from camket.linking.unit import Unit
from camket.records import Figure
from camket.text.lexer import Syllables

_GLUE = frozenset(lexicon("linking")["figures"]["glue"])
_STOP = frozenset((*";.,:()|", "và"))
_SENTENCE = frozenset(";.:|-+")  # behind these a capital letter is no name
_ENOUGH = 3  # words that tell what a number is of


class Surroundings:
    """Words around the numbers of an item, its days and periods left out: they are what changes."""

    def __init__(self, unit: Unit) -> None:
        evidence = unit.annotation.evidence
        self.syllables = Syllables(unit.text)
        self.times = [(t.start, t.end) for t in evidence.times if not t.event]
        self.numbers = [(f.start, f.end) for f in evidence.figures]

    def of(self, figure: Figure, end: int) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Words up to the next sign or number on both sides; more to the left where those are few; their names."""
        starts = self.syllables.starts
        left = [i for i, at in enumerate(starts) if at < figure.start][::-1]
        stretch = [*self._stretch(left)]
        chosen = [*self._stretch([i for i, at in enumerate(starts) if at >= end]), *stretch]
        near = self._content(chosen)
        while left and len(self._content(chosen)) < _ENOUGH:
            left = left[max(1, len(stretch)) :]
            stretch = [*self._stretch(left)]
            chosen += stretch
        return near, self._content(chosen), frozenset(self._names(chosen))

    def _stretch(self, tokens: Sequence[int]) -> Iterator[int]:
        for i in tokens:
            if self.syllables.lowered[i] in _STOP or self._inside(i, self.numbers):
                return
            yield i

    def _inside(self, token: int, spans: Sequence[tuple[int, int]]) -> bool:
        return any(start <= self.syllables.starts[token] < end for start, end in spans)

    def _content(self, tokens: Sequence[int]) -> frozenset[str]:
        lowered = self.syllables.lowered
        kept = (lowered[i] for i in tokens if not self._inside(i, self.times))
        return frozenset(word for word in kept if word[0].isalpha() and word not in _GLUE)

    def _names(self, tokens: Sequence[int]) -> Iterator[str]:
        forms = self.syllables.forms
        for i in tokens:
            opens = i == 0 or forms[i - 1] in _SENTENCE or self._inside(i, self.times)
            if forms[i][0].isupper() and not opens:
                yield forms[i].lower()
