"""What repeats, as RFC 5545: "hằng quý", "ngày 15 hằng tháng", "thứ Sáu hằng tuần", "ngày 20 tháng cuối quý"."""

from __future__ import annotations

import itertools
from re import Match
from typing import Final

from camket.pipes.times.patterns.atoms import ATOMS, NUMERAL_STARTS, number, number_if_any
from camket.pipes.times.piece import Pattern, Piece
from camket.records import Bound
from camket.text.grammar import Grammar, code
from camket.text.lexer import Syllables

_FREQUENCY: Final = {
    "ngày": "FREQ=DAILY", "tuần": "FREQ=WEEKLY", "tháng": "FREQ=MONTHLY", "quý": "FREQ=MONTHLY;INTERVAL=3",
    "năm": "FREQ=YEARLY",
}  # fmt: skip
_UNIT_OF: Final = {code(unit): unit for unit in _FREQUENCY}
_WEEKDAYS: Final = {
    "hai": "MO", "ba": "TU", "tư": "WE", "bốn": "WE", "năm": "TH", "sáu": "FR", "bảy": "SA", "nhật": "SU",
    "2": "MO", "3": "TU", "4": "WE", "5": "TH", "6": "FR", "7": "SA",
}  # fmt: skip
_ORDER: Final = {"đầu": 1, "cuối": -1, "nhất": 1, "thứ nhất": 1, "hai": 2, "ba": 3, "tư": 4}

_LOCAL: Final = {
    **ATOMS,
    "days": "<day>(?: (?:,|và|<hyphen>) (?:ngày|mùng|mồng){0,2} <day>){0,6}",
    "weekday": "(?:thứ (?:hai|ba|tư|năm|sáu|bảy|<month>)|chủ nhật)",
    "last_month": "(?:của|vào)? tháng (?P<edge>cuối|đầu) (?:tiên|cùng)? (?:của)? (?:<every>)? quý",
    "due": "(?P<due>trước|chậm nhất|muộn nhất|không quá|vào|đến)?",
    "once": "(?: (?:một|<month>) (?:lần|kỳ)|/ lần)",
}
_EVERY: Final = Grammar(
    "(?:định kỳ ,? (?:<every>|theo|(?!<unit> <integer>))|<every>|từng (?=tháng|quý|tuần)) (?P<n><counted>)? "
    "(?P<unit><unit>) (?!<year>|học) (?P<rest><once>)?"
    "(?P<tail> (?:<open>|,)? (?:<due>) (?:là)? (?:vào)? (?:ngày|mùng|mồng){1,2} (?P<days><days>) (?!/|tháng <day>)"
    " (?:của)? (?:tháng (?:sau|tiếp theo|kế tiếp|liền kề|(?:đầu|cuối) (?:của)? quý (?:sau)?))? (?:<close>)?)?"
    "(?P<week> (?:<open>|,)? vào (?:sáng|chiều|tối|ngày)? (?P<weekday><weekday>)(?: (?:,|và) <weekday>){0,6} "
    "(?:<close>)?)?",
    _LOCAL,
)
_DAY_OF_MONTH: Final = Grammar(
    "(?:ngày|mùng|mồng){1,2} (?P<days><days>) (?:của)? (?:<every>) (?P<n><counted>)? tháng (?P<next>sau|tiếp theo|"
    "kế tiếp|liền kề)?",
    _LOCAL,
)
_DAY_OF_THE_MONTH: Final = Grammar(
    "(?:ngày|mùng|mồng){1,2} (?P<days><days>) của tháng (?!<integer>|đầu|cuối|sau)", _LOCAL
)
_YEARLY_DATE: Final = Grammar(
    "(?:định kỳ)? <every> năm ,? <open>? (?P<due>trước|chậm nhất|muộn nhất|vào|đến) (?:là)? (?:vào)? (?:(?:ngày)? "
    "(?P<day><day>) / (?P<month><month>)"
    "|tháng (?P<only><month>) (?!/)) <close>?",
    _LOCAL,
)
_WEEK_OF_MONTH: Final = Grammar(
    "tuần (?:lễ)? (?:thứ)? (?:đầu|cuối|nhất|hai|ba|tư|<month>) (?:tiên|cùng)? (?:của)? <every> tháng", _LOCAL
)
_TERM: Final = Grammar("<every> học kỳ", _LOCAL)
_EVERY_AFTERNOON: Final = Grammar("<every> (?:sáng|chiều|tối) (?P<weekday><weekday>)", _LOCAL)
_NO_EXCEPTION: Final = Grammar("(?:(?:ngày|sáng|chiều|tối)? (?P<weekday><weekday>))? (?P<unit><unit>) nào cũng", _LOCAL)
_EVERY_DAY: Final = Grammar("(?:<every>|từng) (?:buổi)? (?:sáng|trưa|chiều|tối|đêm) (?!<weekday>)", _LOCAL)
_EVERY_WEEKDAY: Final = Grammar("(?:<every>|từng) (?P<weekday><weekday>) (?!tuần|đầu|cuối|của tháng)", _LOCAL)
_LAST_DAY: Final = Grammar(
    "ngày (?:làm việc)? (?P<edge>cuối|đầu) (?:tiên|cùng)? (?:của)? <every>? (?P<unit>tháng|quý)", _LOCAL
)
_DAY_OF_QUARTER: Final = Grammar(
    "(?:(?:định kỳ)? <every> quý,? (?P<open><open>)? (?P<due>trước|chậm nhất|muộn nhất|vào)? (?:là)? (?:vào)?)?"
    " (?:ngày|mùng|mồng){1,2} (?P<days><days>) <last_month> (?:sau|trước)? (?P<close><close>)?",
    _LOCAL,
)
_DATE_EVERY_YEAR: Final = Grammar(
    "(?:ngày)? (?P<day><day>) (?:<sep>|tháng) (?P<month><month>) (?:(?:,|và) (?:ngày)? (?P<also><day>) (?:<sep>|"
    "tháng) (?P<month_too><month>))?"
    " (?:<sep> <year>)? (?:của)? (?:<every>) năm",
    _LOCAL,
)
_LUNAR_EVERY_YEAR: Final = Grammar(
    "(?:ngày|mùng|mồng){0,2} <day> tháng (?:giêng|chạp|<month> âm lịch) (?:của)? <every> năm", _LOCAL
)
_MONTH_EVERY_YEAR: Final = Grammar("tháng (?P<month><month>) (?:của)? (?:<every>) năm", _LOCAL)
_WEEKLY: Final = Grammar(
    "(?:ngày)? (?P<weekday><weekday>) (?P<more>(?:(?:,|và) <weekday>){0,6}) (?:của)? (?:(?:<every>) tuần|trong tuần)",
    _LOCAL,
)
_WEEKDAY_OF_MONTH: Final = Grammar(
    "(?:ngày)? (?P<weekday><weekday>) (?:của)? (?:tuần (?:lễ)? (?:thứ)?)? (?P<order>đầu|cuối|nhất|hai|ba|tư) "
    "(?:tiên|cùng)?"
    " (?:của)? (?:<every>)? tháng (?!<integer>)",
    _LOCAL,
)
_ONCE_IN: Final = Grammar("(?:định kỳ)? (?P<n><counted>) (?P<unit><unit>) (?P<rest><once>)", _LOCAL)
_PERIODIC: Final = Grammar("định kỳ (?:khoảng)? (?P<n><counted>) (?P<unit><unit>) (?P<rest><once>)?", _LOCAL)


def rrule(unit: str, interval: int = 1, *rest: str) -> str:
    """RFC 5545 recurrence with its parts in the order FREQ, INTERVAL, BY….

    Examples
    --------
    >>> rrule("quý", 2, "BYMONTHDAY=5")
    'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=5'
    """
    frequency, _, every = _FREQUENCY[unit].partition(";INTERVAL=")
    interval *= int(every or 1)
    parts = [frequency, *([f"INTERVAL={interval}"] if interval > 1 else []), *(r for r in rest if r)]
    return ";".join(parts)


def _days(match: Match[str], syllables: Syllables) -> str:
    first, last = match.span("days")
    values = [syllables.forms[i] for i in range(first, last) if syllables.forms[i].isdigit()]
    return "BYMONTHDAY=" + ",".join(str(int(v)) for v in values) if values else ""


def _weekdays(syllables: Syllables, first: int, last: int) -> str:
    words = syllables.lowered[first:last]
    pairs = itertools.pairwise(words)
    return "BYDAY=" + ",".join(_WEEKDAYS[b] for a, b in pairs if a in ("thứ", "chủ") and b in _WEEKDAYS)


def _bound(match: Match[str], syllables: Syllables) -> Bound | None:
    words = syllables.lowered[slice(*match.span("due"))] if match["due"] else []
    if not words or words[0] == "vào":
        return None
    return "before" if words[0] == "trước" else "by"


def _piece(match: Match[str], rule: str, bound: Bound | None = None) -> Piece:
    return Piece(*match.span(), "recurrence", rrule=rule, bound=bound)


def _every(match: Match[str], syllables: Syllables) -> Piece | None:
    unit = _UNIT_OF.get(match["unit"])
    if unit is None:
        return None
    rest = _days(match, syllables) if match["tail"] else ""
    if match["week"]:
        rest = _weekdays(syllables, *match.span("week"))
    return _piece(match, rrule(unit, number_if_any(match, syllables, "n") or 1, rest), _bound(match, syllables))


def _day_of_month(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("tháng", number_if_any(match, syllables, "n") or 1, _days(match, syllables)))


def _day_of_the_month(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("tháng", 1, _days(match, syllables)))


def _yearly_date(match: Match[str], syllables: Syllables) -> Piece:
    """Whether it is as in "hằng năm, trước ngày 25/12"."""
    day = number_if_any(match, syllables, "day")
    month = number_if_any(match, syllables, "month") or number(match, syllables, "only")
    rule = rrule("năm", 1, f"BYMONTH={month}", f"BYMONTHDAY={day}" if day else "")
    return _piece(match, rule, _bound(match, syllables))


def _week_of_month(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("tháng"))


def _term(match: Match[str], syllables: Syllables) -> Piece:
    """A school term counts as half a year."""
    return _piece(match, rrule("tháng", 6))


def _every_afternoon(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("tuần", 1, _weekdays(syllables, *match.span("weekday"))))


def _no_exception(match: Match[str], syllables: Syllables) -> Piece | None:
    """As in "quý nào cũng", "sáng thứ Bảy tuần nào cũng"."""
    unit = _UNIT_OF.get(match["unit"])
    if unit is None:
        return None
    return _piece(
        match, rrule(unit, 1, _weekdays(syllables, *match.span("weekday"))) if match["weekday"] else rrule(unit)
    )


def _every_day(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("ngày"))


def _every_weekday(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("tuần", 1, _weekdays(syllables, *match.span("weekday"))))


def _last_day(match: Match[str], syllables: Syllables) -> Piece:
    value = 1 if syllables.lowered[match.start("edge")] == "đầu" else -1
    return _piece(match, rrule(_UNIT_OF[match["unit"]], 1, f"BYMONTHDAY={value}"))


def _day_of_quarter(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("quý", 1, _days(match, syllables)), _bound(match, syllables))


def _date_every_year(match: Match[str], syllables: Syllables) -> Piece:
    day, month = number(match, syllables, "day"), number(match, syllables, "month")
    months = [month, number_if_any(match, syllables, "month_too")]
    days = sorted({day, number_if_any(match, syllables, "also") or day})
    by_month = ",".join(str(m) for m in sorted(filter(None, months)))
    return _piece(match, rrule("năm", 1, f"BYMONTH={by_month}", "BYMONTHDAY=" + ",".join(map(str, days))))


def _month_every_year(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("năm", 1, f"BYMONTH={number(match, syllables, 'month')}"))


def _lunar_every_year(match: Match[str], syllables: Syllables) -> Piece:
    """RFC 5545 rules count solar months, so only the frequency is given."""
    return _piece(match, rrule("năm"))


def _weekly(match: Match[str], syllables: Syllables) -> Piece:
    return _piece(match, rrule("tuần", 1, _weekdays(syllables, match.start("weekday"), match.end("more"))))


def _weekday_of_month(match: Match[str], syllables: Syllables) -> Piece:
    order = _ORDER[syllables.lowered[match.start("order")]]
    day = _weekdays(syllables, *match.span("weekday"))
    return _piece(match, rrule("tháng", 1, day.replace("BYDAY=", f"BYDAY={order}")))


def _once_in(match: Match[str], syllables: Syllables) -> Piece | None:
    unit = _UNIT_OF.get(match["unit"])
    is_rate = match["rest"] is not None and syllables.lowered[match.end() - 2] == "/" and unit in ("ngày", "tuần")
    return _piece(match, rrule(unit, number_if_any(match, syllables, "n") or 1)) if unit and not is_rate else None


PATTERNS: Final = (
    Pattern("ngày định hằng hàng mỗi", _DAY_OF_QUARTER, _day_of_quarter),
    Pattern("ngày mùng mồng", _DAY_OF_MONTH, _day_of_month),
    Pattern("ngày tuần tháng quý sáng chiều tối thứ chủ", _NO_EXCEPTION, _no_exception),
    Pattern("hằng hàng mỗi từng", _EVERY_DAY, _every_day),
    Pattern("hằng hàng mỗi từng", _EVERY_WEEKDAY, _every_weekday),
    Pattern("ngày mùng mồng", _DAY_OF_THE_MONTH, _day_of_the_month),
    Pattern("định hằng hàng mỗi", _YEARLY_DATE, _yearly_date),
    Pattern("tuần", _WEEK_OF_MONTH, _week_of_month),
    Pattern("hằng hàng mỗi", _TERM, _term),
    Pattern("hằng hàng mỗi", _EVERY_AFTERNOON, _every_afternoon),
    Pattern("ngày", _LAST_DAY, _last_day),
    Pattern("ngày <day>", _DATE_EVERY_YEAR, _date_every_year),
    Pattern("ngày mùng mồng <day>", _LUNAR_EVERY_YEAR, _lunar_every_year),
    Pattern("tháng", _MONTH_EVERY_YEAR, _month_every_year),
    Pattern("ngày thứ chủ", _WEEKLY, _weekly),
    Pattern("ngày thứ chủ", _WEEKDAY_OF_MONTH, _weekday_of_month),
    Pattern("hằng hàng mỗi định từng", _EVERY, _every),
    Pattern("định", _PERIODIC, _once_in),
    Pattern(NUMERAL_STARTS, _ONCE_IN, _once_in),
)
