"""Bring text to NFC with plain blanks and true Vietnamese letters, and remember where each character came from.

Text from old files holds letters in two parts, letters of other alphabets that look right, invisible signs and several
kinds of blanks. They are repaired, but a reader must be shown the very words of the file: :class:`Normalised` keeps
the original and the way back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

LOOK_ALIKES = str.maketrans({
    "Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "Ƣ": "Ư", "ƣ": "ư", "‐": "-", "‑": "-",
})  # fmt: skip
CYRILLIC = str.maketrans("асеорхуіјАВСЕНІКМОРТХ", "aceopxyijABCEHIKMOPTX")
_INVISIBLE = "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1f\x7f"
_ODD = re.compile(f"[{_INVISIBLE}\u0300-\u036fÐðƉƢƣ‐‑\u0400-\u04ff]|\\s\\s|[^\\S ]|^\\s|\\s$")
_CLUSTER = re.compile(
    f"(?P<invisible>[{_INVISIBLE}])|(?P<blank>\\s+)|(?P<letter>.(?:[{_INVISIBLE}]*[\u0300-\u036f])*)", re.DOTALL
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")

Breaks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text after repair.

    Attributes
    ----------
    text : str
        NFC text, blanks folded to one space each, none at either end.
    original : str
        The text as it was given.
    breaks : tuple of (int, int)
        Pairs (offset in ``text``, offset in ``original``) where the distance of the two changes; empty if they are
        the same text.
    repairs : dict of str to int
        How many characters were repaired, by kind: "combining", "look_alike", "invisible".
    """

    text: str
    original: str
    breaks: Breaks = ()
    repairs: dict[str, int] = field(default_factory=dict)

    def to_original(self, offset: int) -> int:
        """Offset in ``original`` of an offset in ``text``."""
        return to_original(self.breaks, offset)


def to_original(breaks: Breaks, offset: int) -> int:
    """Map an offset in a normalised text back, by its breaks.

    Examples
    --------
    >>> n = normalise("Hoa\u0300n  tha\u0300nh")
    >>> n.text, n.original[n.to_original(5):n.to_original(10)] == "tha\u0300nh"
    ('Hoàn thành', True)
    """
    at = bisect_right(breaks, (offset, float("inf"))) - 1
    if at < 0:
        return offset
    ours, theirs = breaks[at]
    return theirs + offset - ours


def normalise(text: str) -> Normalised:
    """Repair a text.

    Examples
    --------
    >>> normalise("Ðảng  ủy x\u00e3\u200b").text
    'Đảng ủy xã'
    >>> normalise("Ƣu tiên").repairs
    {'look_alike': 1}
    """
    if not _ODD.search(text) and unicodedata.is_normalized("NFC", text):
        return Normalised(text, text)
    source = _plain_letters(text)
    pieces: list[str] = []
    breaks: list[tuple[int, int]] = []
    repairs: Counter[str] = Counter()
    length = 0
    for cluster in _CLUSTER.finditer(source):
        piece = _repair(cluster, text, repairs)
        if piece == " " and (not length or pieces[-1] == " "):
            continue
        if piece:
            _note(breaks, length, cluster.start())
            pieces.append(piece)
            length += len(piece)
    if pieces and pieces[-1] == " ":
        pieces.pop()
        length -= 1
    _note(breaks, length, len(text) if not breaks else _end(text))
    return Normalised("".join(pieces), text, tuple(b for b in breaks if b[0] <= length), dict(+repairs))


def _end(text: str) -> int:
    return len(text.rstrip())


def _note(breaks: list[tuple[int, int]], ours: int, theirs: int) -> None:
    expected = theirs - ours
    if (breaks[-1][1] - breaks[-1][0] if breaks else 0) != expected:
        breaks.append((ours, theirs))


def _repair(cluster: re.Match[str], text: str, repairs: Counter[str]) -> str:
    if cluster["invisible"]:
        repairs["invisible"] += 1
        return ""
    if cluster["blank"]:
        return " "
    written = text[cluster.start() : cluster.end()]
    seen, unseen = _UNSEEN.subn("", cluster["letter"])
    repairs["invisible"] += unseen
    plain = seen.translate(LOOK_ALIKES)
    letter = unicodedata.normalize("NFC", plain)
    repairs["look_alike"] += plain != _UNSEEN.sub("", written)
    repairs["combining"] += letter != plain
    return letter


def _plain_letters(text: str) -> str:
    """Replace Cyrillic letters that stand in for Latin ones; a text in Cyrillic script is left alone."""
    if not _CYRILLIC_LETTER.search(text):
        return text
    if _CYRILLIC_LETTER.search(text.translate(CYRILLIC)):
        return _WORD.sub(lambda w: _mixed(w[0]), text)
    return text.translate(CYRILLIC)


def _mixed(word: str) -> str:
    latin = word.translate(CYRILLIC)
    both_scripts = any("a" <= c.lower() <= "z" for c in word)
    return latin if both_scripts and not _CYRILLIC_LETTER.search(latin) else word
