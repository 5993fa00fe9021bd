"""Show the value of a cell the way its number format does, in Vietnamese notation."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

_QUOTED = re.compile(r"\"([^\"]*)\"|\\(.)|_.|\*.|\[[^\]]*\]")
_PLACES = re.compile(r"[#0?][#0?,]*(?:\.([#0?]+))?")


def show(value: object, number_format: str = "General") -> str:
    """A cell's value as text.

    Examples
    --------
    >>> show(0.8765, "0.00%"), show(1250, '#,##0 "tỷ đồng"'), show(3.5), show(datetime(2024, 6, 30))
    ('87,65%', '1.250 tỷ đồng', '3,5', '30/6/2024')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime):
        clock = f" {value:%H:%M}" if value.time() != time() and "h" in number_format.lower() else ""
        return f"{value.day}/{value.month}/{value.year}{clock}"
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, (time, timedelta)):
        return str(value)
    if isinstance(value, (int, float, Decimal)):
        return show_number(float(value), number_format)
    return str(value)


def show_number(value: float, number_format: str) -> str:
    """A number in a number format: per cent, places, groups of thousands, words before and behind."""
    section = _section(number_format, value)
    if section.strip().lower() in ("", "general", "@", "standard"):
        return plain(value)
    before, core, after = _around(section)
    if core is None:
        return before or plain(value)
    per_cent = "%" in section
    value = value * 100 if per_cent else value
    value /= 1000 ** _trailing_commas(core)
    text = _grouped(abs(value), core)
    shown_by_format = number_format.count(";") > 0 and section != _section(number_format, 1)
    sign = "-" if value < 0 and not shown_by_format and text.strip("0,.") else ""
    return f"{before}{sign}{text}{after}".strip()


def plain(value: float) -> str:
    """A number without a format, with a decimal comma.

    Examples
    --------
    >>> plain(1250.0), plain(0.1 + 0.2)
    ('1250', '0,3')
    """
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")


def _section(number_format: str, value: float) -> str:
    sections = re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", number_format)
    if value == 0 and len(sections) > 2:
        return sections[2]
    if value < 0 and len(sections) > 1 and sections[1].strip():
        return sections[1]
    return sections[0]


def _around(section: str) -> tuple[str, str | None, str]:
    words: list[str] = []

    def keep(match: re.Match[str]) -> str:
        words.append(match[1] or match[2] or "")
        return chr(0xE000 + len(words) - 1)

    coded = _QUOTED.sub(keep, section)
    core = _PLACES.search(coded)

    def back(text: str) -> str:
        return "".join(words[ord(c) - 0xE000] if 0xE000 <= ord(c) < 0xF000 else c for c in text)

    if not core:
        return back(coded).strip(), None, ""
    return back(coded[: core.start()]), core[0], back(coded[core.end() :])


def _trailing_commas(core: str) -> int:
    whole = core.split(".")[0]
    return len(whole) - len(whole.rstrip(","))


def _grouped(value: float, core: str) -> str:
    whole, _, decimals = core.partition(".")
    least, most = decimals.count("0"), len(decimals)
    text = f"{value:,.{most}f}" if "," in whole.rstrip(",") else f"{value:.{most}f}"
    if "." in text:
        head, tail = text.split(".")
        while len(tail) > least and tail.endswith("0"):
            tail = tail[:-1]
        text = f"{head}.{tail}" if tail else head
    width = whole.count("0")
    text = text.rjust(width, "0") if "." not in text and "," not in text else text
    return text.translate(str.maketrans(",.", ".,"))
