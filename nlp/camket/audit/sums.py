"""Parts against their whole: "9.831 hộ, gồm 7.892 …, 1.602 … và 319 …"."""

from __future__ import annotations

from collections.abc import Iterator

from camket.audit.records import Slip
from camket.linking.amounts import amount
from camket.records import Annotation
from camket.rules.sums import find_mismatches


def check_sums(annotation: Annotation) -> Iterator[Slip]:
    """Wholes that their parts do not make up, each with the sum written out."""
    for found in find_mismatches(annotation.item.text, annotation.evidence.figures):
        whole = found.whole
        written = " + ".join(amount(part, "VND" if whole.unit == "VND" else None) for part in found.parts)
        shown = f"{written} = {amount(found.total, whole.unit)}"
        yield Slip("sum", annotation.item.id, whole.start, whole.end, shown, found.total, found.value)
