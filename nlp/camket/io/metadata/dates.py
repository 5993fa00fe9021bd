"""The date of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_LONG = r"ngày\s*(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})"
_SHORT = r"(?P<day>\d{1,2})\s*[/.\-]\s*(?P<month>\d{1,2})\s*[/.\-]\s*(?P<year>\d{4})"
PLACE_LINE = re.compile(
    rf"^\W*(?P<place>[^\W\d_][\w\s.'’\-]{{1,40}}?)\s*,\s*(?:{_LONG}|ngày\s*{_SHORT.replace('?P<', '?P<s_')})\W*$",
    re.IGNORECASE,
)
_PAGE_LINE = re.compile(
    r"^(?:(?:ngày|thời gian|được)?\s*(?:cập nhật|đăng|xuất bản|ban hành|báo cáo|ký|viết|gửi|lập)"
    r"(?:\s*(?:bài|tin|ngày|lúc|báo cáo))*|ngày|thứ\s+\w+|chủ nhật)"
    rf"\s*[:,\-|]?\s*(?:ngày\s*)?{_SHORT}",
    re.IGNORECASE,
)
_STAMP = re.compile(rf"^\W*{_SHORT}(?:\s*[-|,]?\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?\W*$")
_LONG_LINE = re.compile(rf"(?:^|,)\W*{_LONG}\W*$", re.IGNORECASE)
_ATTACHED = re.compile(rf"kèm theo.*?ngày\s*(?:{_SHORT}|{_LONG.replace('?P<', '?P<l_')[4:]})", re.IGNORECASE)

# "(Tính đến ngày 30/9/2024)", "Số liệu cập nhật đến hết ngày 30 tháng 9 năm 2024" as a line of its own.
_AS_OF = re.compile(
    r"^\W*(?:số liệu\s+)?(?:(?:được\s+)?(?:tính|cập nhật|chốt|lấy|lũy kế|luỹ kế|thống kê)(?:\s+số liệu)?\s+)"
    rf"(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s*(?:{_SHORT})|{_LONG.replace('?P<', '?P<l_')})\W*$",
    re.IGNORECASE,
)


def find_date(lines: Iterable[str]) -> tuple[date | None, str | None]:
    """Date and place of a document, from the lines of its head and foot.

    Examples
    --------
    >>> find_date(["BÁO CÁO", "Hải Phú, ngày 05 tháng 12 năm 2023"])
    (datetime.date(2023, 12, 5), 'Hải Phú')
    >>> find_date(["Ngày cập nhật: 02/03/2021 14:39"])
    (datetime.date(2021, 3, 2), None)
    """
    lines = list(lines)
    for pattern in (PLACE_LINE, _LONG_LINE, _PAGE_LINE, _STAMP, _ATTACHED):
        for line in lines:
            match = pattern.search(line)
            found = _date(match) if match else None
            if found:
                return found, (match.groupdict().get("place") or "").strip() or None if match else None
    return None, None


def find_as_of(lines: Iterable[str]) -> date | None:
    """Day up to which the figures of a document are counted, where a line of its own says so.

    Examples
    --------
    >>> find_as_of(["BẢNG THEO DÕI", "(Tính đến ngày 30/9/2024)"])
    datetime.date(2024, 9, 30)
    >>> find_as_of(["Tính đến ngày 30/9/2024, xã đã trồng 5 ha rừng."]) is None
    True
    """
    found = (_date(match) for line in lines if (match := _AS_OF.match(line)))
    return next((day for day in found if day), None)


def _date(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    for prefix in ("", "s_", "l_"):
        if groups.get(prefix + "year"):
            try:
                return date(*(int(groups[prefix + part]) for part in ("year", "month", "day")))
            except ValueError:
                return None
    return None
