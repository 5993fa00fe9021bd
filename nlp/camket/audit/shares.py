"""Percentages that repeat a part and its whole, a result and its plan, or a growth from two values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from camket.audit.numbers import agrees, decimals
from camket.audit.records import Check, Slip
from camket.lexicons import lexicon
from camket.linking.amounts import amount
from camket.pipes.figures.explain import number
from camket.records import Annotation, Figure
from camket.rules.sums import exact

_DATA = lexicon("audit")
_SAYS = re.compile(_DATA["shares"]["says"])
_PLAN = re.compile(_DATA["shares"]["plan"])
_UP, _DOWN = re.compile(_DATA["growth"]["up"]), re.compile(_DATA["growth"]["down"])
_BEFORE = re.compile(_DATA["growth"]["before"])
_NEAR = 40


def check_shares(annotation: Annotation) -> Iterator[Slip]:
    """Percentages right behind "n/m": they must be n of m."""
    text = annotation.item.text.lower()
    for part, share in pairwise(annotation.evidence.figures):
        value = exact(share)
        if part.of is None or not part.of or part.unit in ("%", "hạng") or share.unit != "%" or value is None:
            continue
        if share.direction is not None or part.low is None or not _SAYS.search(text[part.end : share.start]):
            continue
        behind = text[share.end : share.end + 12].strip()
        if _PLAN.match(behind) or re.match(
            r"(?:và|,) \d", behind
        ):  # a share of the plan; several shares for several parts
            continue
        yield from _slip(annotation, "share", part.low, part.of, share, value, part.unit)


def check_plan_shares(annotation: Annotation) -> Iterator[Slip]:
    """A result, its plan and the percentage of the plan: "đạt 42 ha (kế hoạch 60 ha), bằng 70%"."""
    text, figures = annotation.item.text.lower(), annotation.evidence.figures
    for first, second, share in zip(figures, figures[1:], figures[2:], strict=False):
        value, result, plan = exact(share), exact(first), exact(second)
        if None in (value, result, plan) or share.unit != "%" or first.unit != second.unit or first.unit == "%":
            continue
        if first.of is not None or second.of is not None or share.direction is not None or not plan:
            continue
        named = _PLAN.search(text[first.end : second.start])
        if named and _says_share(text[second.end : share.start]):
            yield from _slip(annotation, "plan_share", result or 0, plan or 1, share, value or 0, first.unit)


def _says_share(between: str) -> bool:
    return bool(re.fullmatch(r"[^\d.;]{0,24}?[),]?\s*(?:đạt|bằng|tương đương)\s*(?:tỷ lệ|tỉ lệ)?\s*", between))


def _slip(
    annotation: Annotation, check: Check, part: float, whole: float, share: Figure, value: float, unit: str | None
) -> Iterator[Slip]:
    expected = 100 * part / whole
    if not agrees(expected, value, decimals(annotation.item.text, share)):
        shown = f"{amount(part, unit)} / {amount(whole, unit)} = {number(round(expected, 2))}%"
        yield Slip(check, annotation.item.id, share.start, share.end, shown, round(expected, 2), value)


def check_growth(annotation: Annotation) -> Iterator[Slip]:
    """A growth rate beside both values: "92 vụ, giảm 8,9% so với cùng kỳ (101 vụ)"."""
    text, figures = annotation.item.text.lower(), annotation.evidence.figures
    for now, rate, then in zip(figures, figures[1:], figures[2:], strict=False):
        value, a, b = exact(rate), exact(now), exact(then)
        if value is None or a is None or not b or rate.unit != "%" or now.unit != then.unit or now.unit == "%":
            continue
        way = _way(text[now.end : rate.start])
        between = text[rate.end : then.start]
        if way and _BEFORE.search(between) and len(between) < _NEAR and not re.search(r"[;.]|, ", between):
            expected = 100 * (a - b) / b * way
            if not agrees(expected, value, decimals(annotation.item.text, rate)):
                before = amount(b, now.unit)
                shown = f"({amount(a, now.unit)} - {before}) / {before} = {number(round(expected * way, 2))}%"
                yield Slip("growth", annotation.item.id, rate.start, rate.end, shown, round(expected, 2), value)


def _way(between: str) -> int:
    if len(between) > _NEAR:
        return 0
    return -1 if _DOWN.search(between) else 1 if _UP.search(between) else 0
