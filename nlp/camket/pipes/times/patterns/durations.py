"""Times counted from an event: "trong vòng 30 ngày kể từ ngày ký", "sau 02 tháng kể từ khi được phê duyệt"."""

from __future__ import annotations

from re import Match

from camket.pipes.times.patterns.atoms import ATOMS, number
from camket.pipes.times.piece import Pattern, Piece
from camket.records import Bound
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

_UNITS = {"ngày": "P{}D", "tuần": "P{}W", "tháng": "P{}M", "quý": "P{}M", "năm": "P{}Y", "giờ": "PT{}H"}
_BOUNDS: dict[str, Bound] = {"trong": "in", "nội": "in", "sau": "from", "qua": "from", "chậm": "by", "muộn": "by", "không": "by"}
# What stands between the length and the end of the clause names the event.
_EVENT = "(?:(?!<open>|;|,|<dot>|<bar>|phải|thì|được hoàn)<any>)+"
_AMOUNT = "(?:thời (?:hạn|gian))? (?:tối đa|không quá)? (?P<n><counted>) (?P<unit>ngày|tuần|tháng|quý|năm|giờ) (?:làm việc)?"
_COUNTED = Grammar(
    "(?P<bound>trong vòng|trong|nội trong|sau|qua|chậm nhất (?:là|trong vòng|sau|không quá)?|muộn nhất (?:là)?|không quá)?"
    f" {_AMOUNT} ,? (?P<anchor>(?:kể|tính) (?:cả)? từ|từ (?:khi|ngày|lúc|thời điểm)|sau (?:khi|ngày|khi có)|kể từ khi)"
    f" (?P<event>{_EVENT})",
    ATOMS,
)
_BEFORE = Grammar(
    f"(?P<bound>chậm nhất (?:là)?|muộn nhất (?:là)?|ít nhất)? {_AMOUNT} (?P<anchor>trước (?:khi|ngày (?!<day>)|kỳ họp|thời điểm))"
    f" (?P<event>{_EVENT})",
    ATOMS,
)
_ELAPSED = Grammar(f"(?P<bound>sau|qua) (?:gần|hơn)? {_AMOUNT} (?P<anchor>(?:triển khai|thực hiện|vận hành|thi công|ra quân|hoạt động))", ATOMS)
_SIGNING = Grammar("ký(?: (?:bản)? cam kết)?|cam kết này|ban hành (?:kế hoạch|chương trình|văn bản) này")


def duration(unit: str, count: int) -> str:
    """ISO 8601 duration of a number of calendar units; working days count as days.

    Examples
    --------
    >>> duration("quý", 2), duration("ngày", 5)
    ('P6M', 'P5D')
    """
    return _UNITS[unit].format(count * 3 if unit == "quý" else count)


def _read(match: Match[str], syllables: Syllables) -> Piece | None:
    count = number(match, syllables, "n")
    if not count:
        return None
    unit = syllables.lowered[match.start("unit")]
    word = syllables.lowered[match.start("bound")] if match["bound"] else ""
    return Piece(
        match.start(), match.end(), "duration", event=duration(unit, count), bound=_BOUNDS.get(word, "in"),
        signing=_signs(match, syllables),
    )  # fmt: skip


def _signs(match: Match[str], syllables: Syllables) -> bool:
    if "event" not in match.groupdict() or match["event"] is None:
        return False
    first = match.start("event")
    first += syllables.lowered[first] == "ngày"
    return _SIGNING.match(syllables, first, match.end("event")) is not None


def _elapsed(match: Match[str], syllables: Syllables) -> Piece | None:
    found = _read(match, syllables)
    return found and Piece(found.first, match.end("anchor"), "elapsed", event=found.event, bound="in")


_STARTS = "trong nội sau qua chậm muộn không thời tối ít <integer> một hai ba bốn năm sáu bảy tám chín mười"

PATTERNS = (
    Pattern(_STARTS, _COUNTED, _read),
    Pattern(_STARTS, _BEFORE, _read),
    Pattern("sau qua", _ELAPSED, _elapsed),
)
