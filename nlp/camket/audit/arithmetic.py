"""The arithmetic of a report: every check over every item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from camket.audit.labels import check_labels
from camket.audit.records import Slip
from camket.audit.shares import check_growth, check_plan_shares, check_shares
from camket.audit.sums import check_sums
from camket.audit.twice import check_two_values
from camket.records import Annotation

_CHECKS = (check_shares, check_plan_shares, check_growth, check_labels)


def audit(annotations: Iterable[Annotation]) -> Iterator[Slip]:
    """Figures of a report that do not agree with one another.

    Examples
    --------
    >>> from camket.pipeline import analyse
    >>> from camket.records import Item
    >>> text = "Đã cấp 120 giấy phép, gồm 70 giấy phép xây dựng và 60 giấy phép sửa chữa."
    >>> [slip.calculation for slip in audit(analyse([Item(text, "report", id="1")]))]
    ['70 + 60 = 130 giấy phép']
    """
    known = list(annotations)
    for annotation in known:
        # What is promised in parts has to add up, too; the rest is about results.
        yield from check_sums(annotation)
        if annotation.item.kind == "report":
            for check in _CHECKS:
                yield from check(annotation)
    yield from check_two_values([a for a in known if a.item.kind == "report"])
