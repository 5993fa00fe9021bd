"""Times that only the document's date fixes: "đến nay", "từ đầu năm đến nay", "đến thời điểm báo cáo", weeks."""

from __future__ import annotations

from re import Match
from typing import Final

from camket.pipes.times.patterns.atoms import ATOMS, NUMERAL_STARTS, WEEKDAYS, number
from camket.pipes.times.period import Period, months
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

_NOW: Final = Grammar(
    "(?:đến|tới) (?:nay|giờ (?!phút|làm)|hiện tại|thời điểm (?:báo cáo|hiện tại|hiện nay|này|kiểm tra|hiện nay|tổng "
    "hợp|lập báo cáo)"
    "|ngày (?:báo cáo|lập báo cáo)|cuối kỳ báo cáo|kỳ báo cáo)"
)
_TODAY: Final = Grammar(
    "(?P<bound>(?:đến|tới|cho đến|cho tới) (?:ngày)?)? (?P<day>hôm (?:qua|nay)|ngày (?:hôm (?:qua|nay)|mai)|"
    "sáng (?:qua|mai|nay)|(?:chiều|tối) nay)"
)
_THIS_MONTH: Final = Grammar(
    "trong tháng (?:này)? (?!<integer>|<year>|nào|tới|sau|trước|cuối|đầu|một|hai|ba|tư|năm|sáu|bảy|tám|chín|"
    "mười|giêng|chạp|và quý)",
    ATOMS,
)
_FROM_NOW: Final = Grammar("từ (?:nay|giờ|thời điểm này) (?=đến|tới|cho)")
_WEEK: Final = Grammar(
    "tuần (?:lễ)? (?:thứ)? (?:đầu|cuối|nhất|hai|ba|tư|<month>) (?:tiên|cùng)? (?:của)? tháng (?P<month><month>)"
    " (?P<year>(?:/|-)? <year>|năm <year>)?",
    ATOMS,
)
_QUARTER: Final = Grammar("quý (?P<which>này|sau|tới|trước|kế tiếp|liền trước) (?!<year>)", ATOMS)
_DAYS_AHEAD: Final = Grammar("(?P<n><counted>) (?P<unit>ngày|tuần) (?:tới|sắp tới) (?!đây)", ATOMS)
_WEEKDAY: Final = Grammar(
    "(?:thứ (?P<day>hai|ba|tư|năm|sáu|bảy|<month>)|(?P<sunday>chủ nhật)) ,? tuần (?P<which>này|sau|tới|trước)", ATOMS
)
_THIS_WEEK: Final = Grammar("tuần (?P<which>này|sau|tới|trước)")
_NOT: Final = Grammar(
    "(?:những|các) (?:ngày|tháng|tuần) (?:đầu|cuối) (?:năm|tháng|quý)|ngay từ (?:những)? (?:ngày|tháng)* đầu năm|"
    "đầu ra|cuối cùng"
    "|ngay từ đầu (?:năm|nhiệm kỳ) (?!<year>)|trước hết|trước mắt|ngày càng|ngày công|hằng ngày càng|bình quân "
    "(?:mỗi|hằng|hàng) <word>"
    "|từng năm|(?:qua|theo) từng (?:tháng|quý|tuần)|từng ngày|đến nơi|hàng (?:hóa|đầu|rào|loạt)|(?:cây (?:trồng)?|"
    "công việc|sinh hoạt|đời sống|cuộc sống|việc làm) (?:hằng|hàng) (?:năm|ngày)|tiết kiệm|dịp lễ,? tết|lễ,? tết|"
    "trước,? trong và sau tết (?!nguyên|<capitalised>)",
    ATOMS,
)


def _now(match: Match[str], syllables: Syllables) -> Piece:
    return Piece(*match.span(), "now", bound="by")


def _today(match: Match[str], syllables: Syllables) -> Piece:
    words = syllables.lowered[slice(*match.span("day"))]
    shift = -1 if "qua" in words else 1 if "mai" in words else 0
    return Piece(
        *match.span(),
        "day_from_now",
        Period("day", (0, 0, shift), (0, 0, shift)),
        bound="by" if match["bound"] else None,
    )


def _this_month(match: Match[str], syllables: Syllables) -> Piece:
    return Piece(*match.span(), "month_from_now", Period("month", (0, 0, 1), (0, 0, 0)))


def _from_now(match: Match[str], syllables: Syllables) -> Piece:
    return Piece(*match.span(), "from_now", bound="from", weak=True)


def _week(match: Match[str], syllables: Syllables) -> Piece:
    """A week of a month keeps the whole month."""
    first, last = match.span("year")
    known = int(syllables.forms[last - 1]) if first < last else None
    month = number(match, syllables, "month")
    return Piece(*match.span(), "month", months(month, month, known))


def _this_week(match: Match[str], syllables: Syllables) -> Piece:
    shift = 7 * _SHIFTS[syllables.lowered[match.start("which")]]
    return Piece(*match.span(), "week_from_now", Period("day", (0, 0, shift), (0, 0, shift)))


def _quarter(match: Match[str], syllables: Syllables) -> Piece:
    """As in "quý này", "quý sau": counted from the quarter of the document's date."""
    shift = _SHIFTS[syllables.lowered[match.start("which")]]
    return Piece(*match.span(), "quarter_from_now", Period("quarter", (0, 3 * shift, 1), (0, 3 * shift, 0)))


def _days_ahead(match: Match[str], syllables: Syllables) -> Piece:
    """As in "trong ba ngày tới": from the document's date on."""
    count = number(match, syllables, "n") * (7 if syllables.lowered[match.start("unit")] == "tuần" else 1)
    return Piece(*match.span(), "days_ahead", Period("day", (0, 0, 0), (0, 0, count)))


def _weekday(match: Match[str], syllables: Syllables) -> Piece | None:
    word = "nhật" if match["sunday"] else syllables.lowered[match.start("day")]
    day = WEEKDAYS.get(word.lstrip("0"))
    if day is None:
        return None
    shift = 7 * _SHIFTS[syllables.lowered[match.start("which")]] + day
    return Piece(*match.span(), "weekday_from_now", Period("day", (0, 0, shift), (0, 0, shift)))


_SHIFTS: Final = {"này": 0, "sau": 1, "tới": 1, "kế": 1, "trước": -1, "liền": -1}


def _not(match: Match[str], syllables: Syllables) -> Piece:
    return Piece(*match.span(), "none")


PATTERNS: Final = (
    Pattern(
        "qua theo cây công sinh đời cuộc việc những các ngay đầu cuối trước ngày hằng bình từng đến hàng dịp lễ",
        _NOT,
        _not,
    ),
    Pattern("đến tới", _NOW, _now),
    Pattern("đến tới cho hôm ngày sáng chiều tối", _TODAY, _today),
    Pattern("từ", _FROM_NOW, _from_now),
    Pattern("trong", _THIS_MONTH, _this_month),
    Pattern("tuần", _WEEK, _week),
    Pattern("tuần", _THIS_WEEK, _this_week),
    Pattern("quý", _QUARTER, _quarter),
    Pattern(NUMERAL_STARTS, _DAYS_AHEAD, _days_ahead),
    Pattern("thứ chủ", _WEEKDAY, _weekday),
)
