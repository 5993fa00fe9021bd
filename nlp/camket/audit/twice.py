"""One indicator with two values in one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from camket.audit.records import Slip
from camket.linking.amounts import amount
from camket.records import Annotation, Figure
from camket.rules.sums import exact
from camket.text.lexer import Syllables

_LONG = 4  # syllables; shorter names stand for many things


def check_two_values(annotations: Sequence[Annotation]) -> Iterator[Slip]:
    """The same words before figures of one unit and period, with different values."""
    seen: dict[tuple[str, str | None, object], tuple[Annotation, Figure]] = {}
    for annotation in annotations:
        for figure in annotation.evidence.figures:
            key = _key(annotation, figure)
            if key is None:
                continue
            first, other = seen.setdefault(key, (annotation, figure))
            a, b = exact(other), exact(figure)
            if other is not figure and a is not None and b is not None and a != b:
                shown = f"{amount(a, other.unit)} ≠ {amount(b, figure.unit)}"
                yield Slip("two_values", annotation.item.id, figure.start, figure.end, shown, a, b, first.item.id)


def _key(annotation: Annotation, figure: Figure) -> tuple[str, str | None, object] | None:
    if figure.role != "actual" or figure.indicator is None or figure.of is not None or exact(figure) is None:
        return None
    start, end = figure.indicator
    name = " ".join(w for w in Syllables(annotation.item.text[start:end]).lowered if w[0].isalpha())
    if end > figure.start or len(name.split()) < _LONG or figure.direction is not None:
        return None
    times = tuple((t.from_, t.to) for t in annotation.evidence.times)
    return name, figure.unit, (times, figure.estimated, figure.base is not None)
