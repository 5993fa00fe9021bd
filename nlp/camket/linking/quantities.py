"""Quantities seen from both sides: the same measure, the same value, the same whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from camket.lexicons import lexicon
from camket.linking.unit import Unit
from camket.pipes.figures.units import UNITS, UnitError, convert
from camket.records import Figure

MOST = 60  # figures of one item that are looked at: real items have a dozen
_TIMES = {
    "giờ": ("hour", 1.0), "h": ("hour", 1.0), "ngày": ("hour", 24.0), "ngày đêm": ("hour", 24.0),
    "tháng": ("month", 1.0), "quý": ("month", 3.0), "năm": ("month", 12.0),
}  # fmt: skip
_SHARES = ("%", "điểm %")
_ROUNDED = 0.06  # percent
_SEVERAL = 5  # fewer add up by chance
_NONE = 0.2  # how near a reported nothing comes to any number
_UNITS = lexicon("linking")["units"]
_SAME = {noun: group[0] for group in _UNITS["same"] for noun in group}
_PEOPLE, _ANYONE = frozenset(_UNITS["people"]), frozenset(_UNITS["anyone"])


def unit_name(figure: Figure) -> str:
    """Unit of a figure, nouns for the same thing under one of them.

    Examples
    --------
    >>> unit_name(Figure(0, 5, 12, 12, None, "em", "actual"))
    'học sinh'
    """
    head, per, rest = (figure.unit or "").partition("/")
    return f"{_SAME.get(head, head)}{per}{rest}"


def value_in(figure: Figure, unit: str) -> float | None:
    """Value of a figure (its lower bound, or else its upper) in another unit; None where it can't be converted."""
    value = figure.low if figure.low is not None else figure.high
    if value is None:
        return None
    try:
        return convert(value, unit_name(figure), unit)
    except UnitError:
        mine = unit_name(figure)
        per = _per_time(mine, unit)
        return value * per if per else value if same_noun(mine, unit) or _same_per_unit(mine, unit) else None


def _per_time(unit: str, other: str) -> float | None:
    """Factor between two units per some time ("m3/giờ", "m3/ngày"; "VND/tháng", "VND/người/năm")."""
    (head, *mine), (head_there, *theirs) = unit.split("/"), other.split("/")
    times, times_there = [p for p in mine if p in _TIMES], [p for p in theirs if p in _TIMES]
    if head != head_there or len(times) != 1 or len(times_there) != 1:
        return None
    rest, rest_there = set(mine) - set(times), set(theirs) - set(times_there)
    (kind, length), (kind_there, length_there) = _TIMES[times[0]], _TIMES[times_there[0]]
    # "bình quân đầu người … đồng/tháng" leaves the head out.
    return length_there / length if kind == kind_there and (rest <= rest_there or rest_there <= rest) else None


def _same_per_unit(unit: str, other: str) -> bool:
    """Whether only one of two units says per what ("ngày làm việc/hồ sơ", "ngày làm việc")."""
    (head, _, rest), (head_there, _, rest_there) = unit.partition("/"), other.partition("/")
    return head == head_there and head not in ("", "VND", "USD", "%") and bool(rest) != bool(rest_there)


def same_noun(unit: str, other: str) -> bool:
    """Whether two units are the same counted noun, one with a further word ("vụ", "vụ tai nạn").

    Examples
    --------
    >>> same_noun("vụ tai nạn", "vụ"), same_noun("ha", "hồ")
    (True, False)
    >>> same_noun("đảng viên", "đồng chí"), same_noun("đảng viên", "đoàn viên")
    (True, False)
    """
    if {unit, other} <= _PEOPLE and (unit in _ANYONE or other in _ANYONE):
        return True
    return unit == other or (bool(unit and other) and (unit.startswith(other + " ") or other.startswith(unit + " ")))


def is_measure(figure: Figure) -> bool:
    """Whether a figure measures something instead of counting it."""
    unit = figure.unit or ""
    known = UNITS.get(unit)
    return unit in ("%", "VND", "USD", "hạng") or "/" in unit or (known is not None and known.dimension != "count")


def targets(unit: Unit) -> list[Figure]:
    """Figures of a commitment that may be promised: not the baseline, not the scope of the work."""
    figures = unit.annotation.evidence.figures[:MOST]
    promised = [f for f in figures if f.role == "target"]
    return promised or [f for f in figures if f.role == "actual"]


def echoes(commitment: Unit, report: Unit) -> float:
    """Whether a value of the commitment comes again in the report: 1 for a telling one, half for a small count."""
    best = 0.0
    for mine in commitment.annotation.evidence.figures[:MOST]:
        for value in _values(mine):
            if any(_is_echo(mine, value, other) for other in report.annotation.evidence.figures[:MOST]):
                best = max(best, 0.5 if (value <= 12 and value == int(value)) or mine.unit == "%" else 1.0)
    return best


def _values(figure: Figure) -> Iterator[float]:
    for value in {figure.low, figure.high, figure.of}:
        if value is not None:
            yield value


def _is_echo(mine: Figure, value: float, other: Figure) -> bool:
    name = unit_name(mine)
    for theirs in (other.low, other.of):
        if theirs is None:
            continue
        try:
            if abs(convert(theirs, unit_name(other), name) - value) <= 1e-6 * max(1.0, abs(value)):
                return True
        except UnitError:
            if theirs == value and value > 12 and name != "%":
                return True
    return False


def same_measure(commitment: Unit, report: Unit) -> float:
    """Whether a promised quantity and a reported one measure the same: 1 the same unit, 0.5 a share of counts."""
    reported = report.annotation.evidence.figures[:MOST]
    best = 0.0
    for target in targets(commitment):
        name = unit_name(target)
        for figure in reported:
            if name != "%" and value_in(figure, name) is not None:
                best = 1.0
            elif name == "%" and (figure.unit == "%" or figure.of):
                best = max(best, 0.5)
    return best


def same_size(commitment: Unit, report: Unit) -> float:
    """How near a reported value comes to a promised one of the same measure: 1 the same, 0 of no such measure."""
    reported = report.annotation.evidence.figures[:MOST]
    best = 0.0
    for target in targets(commitment):
        name, goal = unit_name(target), target.low if target.low is not None else target.high
        if name == "%" or not goal:
            continue
        values = (value_in(figure, name) for figure in reported)
        best = max(
            [best, *(min(value / goal, goal / value) if value > 0 else _NONE for value in values if value is not None)]
        )
    return best


def implies_plan(commitment: Unit, report: Unit) -> bool:
    """Whether a result and its share of the plan give the promised number ("141,6 tỷ, bằng 75,7%" of 187 tỷ)."""
    told = report.annotation.evidence.figures[:MOST]
    shares = [(one, share.low) for one, share in pairwise(told) if share.unit == "%" and share.low]
    for target in targets(commitment):
        name, goal = unit_name(target), target.low if target.low is not None else target.high
        values = ((value_in(one, name), share) for one, share in shares if one.unit != "%")
        if goal and name != "%" and any(value and _is_share_of(value, share, goal) for value, share in values):
            return True
    return False


def _is_share_of(value: float, share: float, goal: float) -> bool:
    """Whether a value is that share of a goal, as exactly as a percentage with one decimal can tell."""
    return abs(100 * value / goal - share) <= _ROUNDED


def adds_up(commitment: Unit, report: Unit) -> bool:
    """Whether neighbouring counts of a report make up the promised one ("15 nhà xong, 07 nhà đang xây" of 22)."""
    told = [f for f in report.annotation.evidence.figures[:MOST] if f.of is None and f.unit != "%" and f.low]
    pairs = [(a, b) for a, b in pairwise(told) if unit_name(a) == unit_name(b)]
    for target in targets(commitment):
        goal, name = target.low, unit_name(target)
        if (
            goal
            and goal >= _SEVERAL
            and any((value_in(a, name) or a.low or 0) + (value_in(b, name) or b.low or 0) == goal for a, b in pairs)
        ):
            return True
    return False


def measures_apart(commitment: Unit, report: Unit) -> bool:
    """Whether both sides count or measure something, and nothing of it is of one kind."""
    counted = [name for name in map(unit_name, targets(commitment)) if name and name not in _SHARES]
    reported = report.annotation.evidence.figures[:MOST]
    if not counted or not reported or any(figure.unit == "%" or figure.of for figure in reported):
        return False
    return all(value_in(figure, name) is None for name in counted for figure in reported)
