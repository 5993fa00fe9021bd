"""A row's own verdict against its plan and result: "… | 22 | 19 | Đạt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from camket.audit.records import Slip
from camket.lexicons import lexicon
from camket.linking.outcome.compare import Verdict, compare
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.reading import Reading
from camket.records import Annotation, Figure

_LABELS: dict[str, frozenset[Verdict]] = {
    "exceeded": frozenset({"exceeded"}), "met": frozenset({"met", "exceeded"}), "not_met": frozenset({"not_met"}),
}  # fmt: skip
_WORDS = {name: re.compile(pattern) for name, pattern in lexicon("audit")["labels"].items()}
_CELL = " | "


def check_labels(annotation: Annotation) -> Iterator[Slip]:
    """Rows whose label their plan and result do not bear out; "Đạt" for more than planned is let pass."""
    text = annotation.item.text
    label = next((cell.strip() for cell in reversed(text.split(_CELL)) if cell.strip()), "") if _CELL in text else ""
    allowed = next((_LABELS[name] for name, words in _WORDS.items() if words.fullmatch(label.lower())), None)
    pair = _plan_and_result(annotation) if allowed else None
    if pair is None or allowed is None:
        return
    plan, result = pair
    found = compare(
        Promise(plan, frozenset(), text.lower()), Reading(result.low or 0.0, "value", result, final=False, fit=1.0)
    )  # fmt: skip
    if found.result not in allowed:
        start = text.rindex(label)
        shown = f"{found.calculation} | {label}"
        goal = plan.low if plan.low is not None else plan.high or 0.0
        yield Slip("label", annotation.item.id, start, start + len(label), shown, goal, result.low or 0.0)


def _plan_and_result(annotation: Annotation) -> tuple[Figure, Figure] | None:
    """The first two figures of a row that are alike, each in a cell of its own."""
    text = annotation.item.text
    figures = [f for f in annotation.evidence.figures if _is_cell(text, f)]
    for plan, result in pairwise(figures):
        exact = result.low is not None and result.low == result.high and result.of is None
        if exact and plan.of is None and plan.unit == result.unit and text.count(_CELL, plan.end, result.start) <= 1:
            return plan, result
    return None


def _is_cell(text: str, figure: Figure) -> bool:
    """Whether a figure fills a cell, but for signs and the row's own number."""
    before, behind = text[: figure.start].rpartition(_CELL), text[figure.end :].partition(_CELL)
    return bool(before[1]) and not re.search(r"\w", before[2] + behind[0])
