"""Times counted from an event, as ISO 8601: "trong vòng 30 ngày kể từ ngày ký", "sau 02 tháng vận hành"."""

from __future__ import annotations

from collections import defaultdict
from re import Match
from typing import Final

from camket.pipes.times.patterns.atoms import ATOMS, NUMERAL_STARTS, number, number_if_any
from camket.pipes.times.period import Period, day
from camket.pipes.times.piece import Pattern, Piece
from camket.records import Bound
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

_UNITS: Final = {"ngày": "P{}D", "tuần": "P{}W", "tháng": "P{}M", "năm": "P{}Y", "giờ": "PT{}H"}
_LENGTH: Final = "(?P<n><counted>) (?P<unit>ngày|tuần|tháng|năm|giờ) (?:làm việc|liên tục)?"
# Where the words that name the event end: a sign, or a word that begins what is to be done.
_EVENT_END: Final = Grammar(
    "(?:,|;|<dot>|<colon>|<bar>|<close>|<open>|phải|thì|mà|nếu|để|hoàn thành (?!<dot>|,|;)|báo cáo (?=ubnd|về)|có "
    "trách nhiệm|trình (?=ubnd|hđnd|cấp))"
)
_LIMIT: Final = 14

_LEAD: Final = (
    "(?P<lead>(?:nội)? trong (?:vòng|thời hạn|thời gian|hạn)? (?:tối đa|không quá|là)?|(?:chậm|muộn) nhất (?:là|"
    "trong|vòng|sau|không quá){0,3}"
    "|không quá|tối đa|thời hạn (?:là)?|quá|sau|qua)?"
)
_FROM_EVENT: Final = Grammar(
    _LEAD
    + _LENGTH
    + " (?:đầu)? ,? (?P<mark>(?:sau)? (?:được)? (?:kể|tính){1,2} (?:cả)? (?:bắt đầu)? từ|từ (?=khi|ngày|lúc|hôm)"
    "|sau (?!đó|này|<day>|năm|tháng|quý)|trước (?:khi|ngày (?!<day>)|kỳ họp|thời điểm)) (?P<event>(?:ngày|khi|lúc)?)",
    ATOMS,
)
_AFTER: Final = Grammar(
    "(?:sau|qua|trải qua) (?:hơn|gần|khoảng)? "
    + _LENGTH
    + " (?!(?:so với|trước|tuổi|/|đầu|cuối|qua <bar>|liền kề|một lần|đến|liền|nữa))",
    ATOMS,
)
_WITHIN: Final = Grammar(
    "(?:(?:trong|nội trong|chỉ) (?:vòng|thời hạn|thời gian)|trong (?=<counted> ngày (?:làm|đầu (?!tháng|quý|năm|"
    "tiên)|<closed>)))"
    " (?:tối đa|không quá|là)? "
    + _LENGTH
    + " (?:đầu (?!tháng|quý|năm|tiên|mỗi|hằng|hàng))? (?! (?:tuổi|/|<month>|cuối|qua|đầu))",
    ATOMS,
)
# What has gone on for the time ("sau 02 tháng vận hành").
_ACTIVITY: Final = Grammar(
    "(?:vận hành|triển khai|thực hiện|thi công|hoạt động|ra quân|giãn cách|tạm dừng|dừng|ký|kiên trì)"
)
_BOUNDS: Final[dict[str, Bound]] = {"trong": "in", "nội": "in", "sau": "from", "qua": "in", "quá": "from"}
_DATE: Final = Grammar("ngày? (?P<day><day>) (?:/|-) (?P<month><month>) (?:/|-) (?P<year><year>)")
_OWN: Final = Grammar("(?:ký|ban hành|ra (?=thông báo|văn bản|kết luận|quyết định))")
_DAY_OF_SIGNING: Final = Grammar(
    "(?:ngày|khi)? (?:hôm nay|ký|(?:ký|ban hành|ra) (?:bản)? (?:cam kết|kế hoạch|chương trình|kết luận|thông báo|"
    "quyết định|văn bản|chỉ thị"
    "|công văn|nghị quyết)|(?:kế hoạch|chương trình|nghị quyết|thông báo|quyết định) (?:này)? (?:được)? (?:ký|ban "
    "hành)) (?:này)?"
)


# Words before "sau", "qua" with which they begin no time of their own: "xong chỉ sau 3 ngày", "hạn đã qua 5 ngày".
_NO_SPAN: Final = defaultdict(frozenset, {"sau": frozenset(["chỉ"]), "qua": frozenset(["đã", "mới", "hạn"])})
# Behind a length these name the usual one: it is the level of a service.
_STANDARD: Final = Grammar("(?:thay vì|(?:ngắn|sớm|nhanh|ít) hơn|giảm|<open> (?:quy|luật|định|theo|giảm|trước))")


def duration(unit: str, count: int) -> str:
    """ISO 8601 duration of a number of calendar units; working days count as days.

    Examples
    --------
    >>> duration("tháng", 2), duration("giờ", 24)
    ('P2M', 'PT24H')
    """
    return _UNITS[unit].format(count)


def _iso(match: Match[str], syllables: Syllables) -> str | None:
    count = number_if_any(match, syllables, "n")
    return duration(syllables.lowered[match.start("unit")], count) if count else None


def _from_event(match: Match[str], syllables: Syllables) -> Piece | None:
    """The length and the words that name the event, up to the end of their clause."""
    limit = min(len(syllables), match.end() + _LIMIT)
    stop = _EVENT_END.search(syllables, match.end(), limit)
    end = max(stop.start() if stop else limit, match.end())
    is_before = syllables.lowered[match.start("mark")] == "trước"
    if end == match.end() and not match["event"]:
        return None
    signing = not is_before and _is_own_signing(syllables, match.start("event"), end)
    lead = syllables.lowered[match.start()] if match["lead"] else None
    bound = _BOUNDS.get(lead, "by") if lead else "from" if syllables.lowered[match.start("mark")] == "sau" else None
    if lead in ("trong", "nội") and "không" in syllables.lowered[slice(*match.span("lead"))]:
        bound = "by"
    return _piece(
        match.start(), end, "duration", _iso(match, syllables), signing=signing, bound=bound,
        period=_stated_day(syllables, match.start("event")),
    )  # fmt: skip


def _stated_day(syllables: Syllables, at: int) -> Period | None:
    """The day from which "15 ngày kể từ ngày 01/7/2025" counts."""
    match = _DATE.match(syllables, at)
    return match and day(*(number(match, syllables, group) for group in ("month", "day", "year")))


def _is_own_signing(syllables: Syllables, first: int, last: int) -> bool:
    """Whether "ngày ký", "ngày ban hành Kế hoạch này", "ngày văn bản này được ký" is meant."""
    if "này" in syllables.lowered[first:last] and _OWN.search(syllables, first, last):
        return True
    return _DAY_OF_SIGNING.expression.fullmatch(syllables.codes, first, last) is not None


def _piece(first: int, last: int, kind: str, event: str | None, **more: object) -> Piece | None:
    return Piece(first, last, kind, event=event, **more) if event else None  # type: ignore[arg-type]


def _after(match: Match[str], syllables: Syllables) -> Piece | None:
    """As in "sau 17 giờ" is an hour of the day."""
    first = syllables.lowered[match.start()]
    if syllables.lowered[match.start("unit")] == "giờ" or syllables.lowered[match.start() - 1] in _NO_SPAN[first]:
        return None
    end = match.end()
    if _ACTIVITY.match(syllables, end):
        stop = _EVENT_END.search(syllables, end, min(len(syllables), end + _LIMIT // 2))
        end = stop.start() if stop else min(len(syllables), end + _LIMIT // 2)
    return _piece(match.start(), end, "elapsed", _iso(match, syllables), bound=_BOUNDS.get(first, "in"))


def _within(match: Match[str], syllables: Syllables) -> Piece | None:
    if syllables.lowered[match.start("unit")] == "giờ" or _STANDARD.match(syllables, match.end()):
        return None
    return _piece(*match.span(), "within", _iso(match, syllables), bound="in")


PATTERNS: Final = (
    Pattern(NUMERAL_STARTS + " trong nội chậm muộn không tối thời quá sau qua", _FROM_EVENT, _from_event),
    Pattern("sau qua trải quá", _AFTER, _after),
    Pattern("trong nội chỉ", _WITHIN, _within),
)
