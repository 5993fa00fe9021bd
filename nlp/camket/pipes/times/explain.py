"""Say in plain Vietnamese how a time was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from camket.records import Time

_BOUNDS: Final = {
    "before": "trước khoảng này",
    "by": "muộn nhất là hết khoảng này",
    "in": "trong khoảng này",
    "from": "bắt đầu từ khoảng này",
}
_DAYS: Final = {
    "MO": "thứ Hai",
    "TU": "thứ Ba",
    "WE": "thứ Tư",
    "TH": "thứ Năm",
    "FR": "thứ Sáu",
    "SA": "thứ Bảy",
    "SU": "Chủ nhật",
}
_PERIODS: Final = {"DAILY": "ngày", "WEEKLY": "tuần", "MONTHLY": "tháng", "YEARLY": "năm"}
_UNITS: Final = {"D": "ngày", "W": "tuần", "M": "tháng", "Y": "năm", "H": "giờ"}


def with_explanation(time: Time, text: str) -> Time:
    """The time with its explanation filled in."""
    return replace(time, explanation=explain(time, text))


def explain(time: Time, text: str) -> str:
    """A sentence for people: the words, what they mean, and what was added to read them.

    Examples
    --------
    >>> time = Time(0, 17, "deadline", date(2021, 7, 1), date(2021, 9, 30), "before")
    >>> explain(time, "trước quý III/2021")
    '“trước quý III/202” = 01/7/2021–30/9/2021, trước khoảng này'
    """
    words = f"“{text[time.start : time.end]}”"
    if time.rrule:
        return f"{words} = lặp lại {recurrence(time.rrule)}"
    if time.event:
        return f"{words} = {duration(time.event)} tính từ sự kiện được nêu{_filled(time)}"
    value = _day(time.from_) if time.from_ == time.to else f"{_day(time.from_)}–{_day(time.to)}"
    note = "; năm lấy theo ngày của văn bản" if any(cue.label == "yearless" for cue in time.cues) else ""
    bound = "" if time.from_ == time.to and time.bound == "in" else f", {_BOUNDS[time.bound]}"
    if time.from_ == time.to:
        bound = bound.replace("khoảng này", "ngày này")
    return f"{words} = {value}{bound}{note}"


def _day(day: date | None) -> str:
    return f"{day.day:02d}/{day.month}/{day.year}" if day else "?"


def duration(event: str) -> str:
    """A duration in words.

    Examples
    --------
    >>> duration("P30D")
    '30 ngày'
    """
    return f"{event.strip('PTDWMYH')} {_UNITS[event[-1]]}"


def _filled(time: Time) -> str:
    return f" (ngày ký văn bản): {_day(time.from_)}–{_day(time.to)}" if time.from_ else ""


def recurrence(rule: str) -> str:
    """A recurrence in words.

    Examples
    --------
    >>> recurrence("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20")
    '3 tháng một lần, ngày 20'
    """
    parts = dict(part.split("=") for part in rule.split(";"))
    every = parts.get("INTERVAL", "")
    words = f"{every} {_PERIODS[parts['FREQ']]} một lần" if every else f"mỗi {_PERIODS[parts['FREQ']]}"
    if "BYMONTHDAY" in parts:
        words += f", ngày {parts['BYMONTHDAY']}".replace("ngày -1", "ngày cuối")
    if "BYDAY" in parts:
        words += ", " + ", ".join(_weekday(day) for day in parts["BYDAY"].split(","))
    if "BYMONTH" in parts:
        words += f", tháng {parts['BYMONTH']}"
    return words


def _weekday(day: str) -> str:
    order = day[:-2]
    return f"{_DAYS[day[-2:]]}{f' thứ {order}' if order and order != '-1' else ' cuối' if order else ''}"
