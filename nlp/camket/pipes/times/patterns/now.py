"""The document's own day: "đến nay", "đến thời điểm báo cáo", "từ nay đến cuối năm"."""

from __future__ import annotations

from re import Match

from camket.pipes.times.patterns.atoms import ATOMS
from camket.pipes.times.piece import Pattern, Piece
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

_UNTIL = Grammar(
    "(?:tính|cho)? đến (?:nay|hôm nay|bây giờ|thời điểm (?:hiện tại|hiện nay|báo cáo|này|kiểm tra)|ngày báo cáo|ngày hôm nay)", ATOMS
)
_FROM = Grammar("từ (?:nay|bây giờ) (?=đến)", ATOMS)
_SINCE = Grammar("từ đầu (?P<unit>năm|nhiệm kỳ) (?=đến)", ATOMS)


def _until(match: Match[str], syllables: Syllables) -> Piece:
    # "tính đến nay", "cho đến nay": the time begins at "đến".
    first = match.start() + (syllables.lowered[match.start()] != "đến")
    return Piece(first, match.end(), "now", bound="by")


def _from(match: Match[str], syllables: Syllables) -> Piece:
    return Piece(*match.span(), "from_now", bound="from")


def _since(match: Match[str], syllables: Syllables) -> Piece:
    return Piece(*match.span(), "since_start", bound="from")


PATTERNS = (
    Pattern("tính cho đến", _UNTIL, _until),
    Pattern("từ", _FROM, _from),
    Pattern("từ", _SINCE, _since),
)
