"""Run the pipeline over the two sides of a pair, where each side says what its items must be.

On its own an item may look like a promise or a report alike ("Kênh N3 kiên cố 5.200 m"); beside the other document
there is no doubt. Only such items are read again as what their document is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from camket.linking.words import FROM_NOW_ON, GROUNDS, PLANS, URGES, cues
from camket.pipeline import BATCH, STEPS, observe
from camket.records import Act, Annotation, Item, Time
from camket.scoring.observed import Observed
from camket.text.labels import parse_label

_LATER = ("camket_parties", "camket_causes", "camket_claims", "camket_judgement", "camket_findings")
_EARLIER = ("camket_times", "camket_figures", "camket_cues", "camket_acts")
_GOES_ON = re.compile(r"(?:\d+[.)] )?(?:trong|năm|quý|tháng|từ nay|giai đoạn)\b.*?(?:tập trung|tiếp tục|đẩy nhanh)")
_PAST = re.compile(r"\b(?:đã|được|xong|chưa|đang|mới|còn|đạt|ước|có)\b")
_SECOND_HALF = re.compile(r"(?:\W*\d+[.)] )?(?:trong )?(?:sáu|6|3|ba) tháng cuối năm")
_MID_YEAR = 9  # in reports of earlier months the end of the year lies ahead
_AHEAD = frozenset({"directions", "proposals"})  # sections that tell what is to come
_DAYS = timedelta(days=8)
_LOOKS_BACK = 2  # reports up to this month tell of the year before
_YEAR = re.compile(r"\s*(?:trong |sang |bước sang )?năm (?:học )?(20\d\d)", re.IGNORECASE)


def read_side(items: Iterable[Item]) -> list[Annotation]:
    """Annotate the items of one document; all are of its kind."""
    observed = [observe(item) for item in items]
    for first in range(0, len(observed), BATCH):
        _run(observed[first : first + BATCH])
    return [one.annotation() for one in observed]


def _run(batch: Sequence[Observed]) -> None:
    for name in _EARLIER:
        STEPS[name](batch)
    for one in batch:
        act = _act(one)
        if act and act != one.act:
            one.act = act
            one.target = bool(one.figures) if act == "commitment" else None
            _roles(one, act)
    for name in _LATER:
        STEPS[name](batch)


def _roles(one: Observed, act: Act) -> None:
    from camket.pipes import figures, times

    one.times = times.assign_roles(one.times, one.source, act)
    one.figures = figures.assign_roles(one.figures, one.source, act, one.times)


def _act(one: Observed) -> Act | None:
    item = one.source.item
    if item.text.isupper() or item.text.rstrip().endswith(":"):
        return one.act
    if item.kind == "report":
        if item.section in _AHEAD:
            return one.act
        told = (one.act == "commitment" and not _urges(item, one)) or (one.act == "other" and _tells(item, one))
        return "claim" if told and not looks_ahead(item, one, _as_told(one)) else one.act
    listed = parse_label(item.text) is not None or " | " in item.text
    return "commitment" if one.act in ("other", "claim") and listed and one.figures else one.act


def _as_told(one: Observed) -> Sequence[Time]:
    """The times of an item as a report has them: "tháng 8" without a year lies behind, not ahead."""
    from camket.pipes import times

    return times.assign_roles(one.times, one.source, "claim")


def _tells(item: Item, one: Observed) -> bool:
    """Whether an item counts something or says what was done on a day ("Đập Ba Mối nghiệm thu ngày 25/8")."""
    dated = any(t.from_ and t.to and t.to - t.from_ < _DAYS for t in one.times)
    return bool(one.figures) or (dated and not GROUNDS.match(item.text.lower()))


def _urges(item: Item, one: Observed) -> bool:
    """Whether an item calls for effort and tells nothing ("Tiếp tục phát huy kết quả đã đạt được")."""
    return bool(URGES.match(item.text.lower())) and not one.figures


def looks_ahead(item: Item, one: Observed, times: Sequence[Time]) -> bool:
    """Whether an item of a report plans what comes after it."""
    named = _YEAR.match(item.text)
    if named and item.date and _is_next(int(named[1]), item, item.date):
        return True
    if "future" in cues(one.source.syllables):
        return True
    if _SECOND_HALF.match(item.text.lower()) and item.date and item.date.month < _MID_YEAR:
        return True
    if FROM_NOW_ON.match(item.text.lower()) and not _PAST.search(item.text.lower()):
        return True
    later = [t for t in times if item.date and _is_ahead(t, item.date)]
    if later and len(later) == len(times) and not _PAST.search(item.text.lower()):
        return True
    return any(t.from_ and item.date and t.from_ > item.date for t in later) and bool(
        _GOES_ON.match(item.text.lower())
    )  # fmt: skip


def _is_next(year: int, item: Item, day: date) -> bool:
    """Whether an item that opens with a year plans it: one to come, or that of a report which looks back in January."""
    return year > day.year or (year == day.year and day.month <= _LOOKS_BACK and bool(PLANS.search(item.text.lower())))


def _is_ahead(time: Time, day: date) -> bool:
    """Whether a time lies ahead of a report; late in the year one that has begun is what it tells of."""
    start = time.from_ if day.month >= _MID_YEAR else time.to
    return bool(start) and start > day  # type: ignore[operator]
