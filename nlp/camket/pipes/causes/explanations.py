"""Find the parts of an item that explain a shortfall."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from camket.pipes.causes.lists import PAIRS, Entry, Pair
from camket.pipes.source import Source
from camket.records import Act
from camket.text.grammar import Grammar, code

Hit = tuple[int, int, Entry]
Part = tuple[int, int]

# Signs that part one reason from the next; a semicolon or full stop also ends what a connector governs. "và" parts
# reasons where it opens one that can stand alone, not in "sở và xã".
_PART: Final = Grammar(";|,|<bar>|<dot> (?=<word>)|<open> <any> <close>|<colon>|và (?=<opens>)", {
    "opens": "có|do|vì|một phần|sự|việc|tình trạng|còn|chưa|thiếu",
})  # fmt: skip
_END: Final = Grammar(";|<bar>|<dot> (?=<word>)")
_SENTENCE: Final = Grammar(";|<dot> (?=<word>)")
_BAR: Final = code("|")
# A heading word stands within the first tokens: "- Nguyên nhân chủ quan: …".
_OPENING: Final = 4
_FALLS_SHORT: Final = frozenset(["shortfall", "lack"])
# Without one of these nothing is explained.
_TELLING: Final = _FALLS_SHORT | {"after", "before", "waits"}


class Parts(NamedTuple):
    """Token ranges of an item, each of one reason.

    Attributes
    ----------
    explained : tuple of (int, int)
        Where the text gives a reason: after "do", "vì", "chờ" …, before "nên", in the last cell of a row.
    plain : tuple of (int, int)
        Those beside a shortfall, where what can hardly be anything but a cause needs no connector.
    """

    explained: tuple[Part, ...] = ()
    plain: tuple[Part, ...] = ()


def find_parts(source: Source, hits: list[Hit], act: Act | None) -> Parts:
    """Find the parts of an item that may explain.

    A cause is explanation throughout. In an item without a shortfall nothing is plain, nor what is conceded ("mặc dù
    mưa lũ …").

    Examples
    --------
    >>> from camket.pipes.causes import find_hits
    >>> from camket.records import Item
    >>> source = Source(Item("Kè chậm do mưa lũ, 9 hộ không nhận đền bù", "report"))
    >>> parts = find_parts(source, find_hits(source), "claim")
    >>> [source.syllables.slice(*part) for part in parts.explained]
    ['do mưa lũ', ', 9 hộ không nhận đền bù']
    >>> source = Source(Item("Kè còn chậm, 9 hộ không nhận đền bù", "report"))
    >>> parts = find_parts(source, find_hits(source), "claim")
    >>> [source.syllables.slice(*part) for part in parts.plain]
    ['Kè còn chậm', ', 9 hộ không nhận đền bù']
    """
    is_whole = act == "cause" or (act is None and _is_headed(hits))
    signs = {sign for _, _, entry in hits for sign in entry.signs}
    if not is_whole and signs.isdisjoint(_TELLING):
        return Parts()
    cuts = [0, *(m.start() for m in _PART.finditer(source.syllables)), len(source.syllables)]
    if is_whole:
        return Parts(tuple(_clip(cuts, 0, len(source.syllables))))
    short = _short_sentences(source, hits) if "waits" in signs else []
    found = dict.fromkeys(_explained(source, hits, signs, cuts, short))
    if act == "proposal" or signs.isdisjoint(_FALLS_SHORT):
        return Parts(tuple(found))
    others = [part for part in _clip(cuts, 0, len(source.syllables)) if part not in found]
    if "waits" in signs:
        others = [part for part in others if not _only_waits(hits, part, short)]
    return Parts(tuple(found), tuple(_beside_shortfall(hits, others, signs)))


def _explained(
    source: Source, hits: list[Hit], signs: set[str], cuts: list[int], short: Sequence[Part]
) -> list[Part]:  # fmt: skip
    """What connectors govern; in a row that tells a shortfall, its last cell."""
    found: list[Part] = []
    for first, last in _governed(source, hits, short if "shortfall" in signs else ()):
        found += _clip(cuts, first, last)
    if _BAR in source.syllables.codes and not signs.isdisjoint(_FALLS_SHORT):
        found.append((source.syllables.codes.rindex(_BAR), len(source.syllables)))
    return found


def _beside_shortfall(hits: list[Hit], parts: Iterable[Part], signs: set[str]) -> list[Part]:
    """Parts that tell something and concede nothing, where a plain word or another part says what fell short."""
    lacking = [first for first, _, entry in hits if "lack" in entry.signs]
    found: list[Part] = []
    for part in parts:
        inner = within(hits, part)
        if not _tells(inner):
            continue
        if "shortfall" in signs or lacking[0] < part[0] or lacking[-1] >= part[1]:
            found.append(part)
    return found


def _tells(inner: Sequence[Hit]) -> bool:
    """Whether phrases tell something and concede nothing."""
    tells = False
    for _, _, entry in inner:
        if "concession" in entry.signs:
            return False
        tells = tells or not entry.is_sign_only
    return tells


def within(hits: list[Hit], part: Part) -> list[Hit]:
    """Give the hits that begin in a part."""
    return hits[_place(hits, part[0]) : _place(hits, part[1])]


def _place(hits: list[Hit], token: int) -> int:
    """Where the hits from a token on begin, as :mod:`bisect` finds it, but without a call for each look."""
    low, high = 0, len(hits)
    while low < high:
        middle = (low + high) // 2
        if hits[middle][0] < token:
            low = middle + 1
        else:
            high = middle
    return low


def met_pairs(hits: Sequence[Hit]) -> list[tuple[int, int, int]]:
    """The topics that stand with their trouble: first token, end, and number of the pair."""
    troubles: dict[int, list[Part]] = {}
    for first, last, entry in hits:
        for pair in entry.troubles:
            troubles.setdefault(pair, []).append((first, last))
    if not troubles:
        return []
    found = []
    for first, last, entry in hits:
        for pair in entry.topics:
            place = _met((first, last), troubles.get(pair, ()), PAIRS[pair])
            if place:
                found.append((*place, pair))
    return found


def _met(topic: Part, troubles: Iterable[Part], pair: Pair) -> Part | None:
    """The words of a topic with a trouble near it; of the topic alone where the trouble may stand anywhere."""
    for first, last in troubles:
        if pair.behind and topic[0] < last:
            continue
        if pair.near is None:
            return topic
        if max(topic[0], first) - min(topic[1], last) <= pair.near:
            return min(topic[0], first), max(topic[1], last)
    return None


def _short_sentences(source: Source, hits: list[Hit]) -> list[Part]:
    """Where waiting may be a reason: what is handed in and awaited beside another thing's delay is a state."""
    ends = [0, *(m.start() for m in _SENTENCE.finditer(source.syllables)), len(source.syllables)]
    return [part for part in pairwise(ends) if any(_is_short(entry) for _, _, entry in within(hits, part))]


def _is_short(entry: Entry) -> bool:
    return "shortfall" in entry.signs or ("lack" in entry.signs and "waits" not in entry.signs)


def _only_waits(hits: list[Hit], part: Part, short: Sequence[Part]) -> bool:
    """Whether a part tells of waiting in a sentence where nothing falls short."""
    waits = any("waits" in entry.signs for _, _, entry in within(hits, part))
    return waits and not _is_in(part[0], short)


def _is_in(token: int, parts: Sequence[Part]) -> bool:
    return any(a <= token < b for a, b in parts)


def _clip(cuts: list[int], first: int, last: int) -> list[Part]:
    """Cut a token range at the cuts inside it."""
    inner = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
    return [(a, b) for a, b in pairwise([first, *inner, last]) if a < b]


def _is_headed(hits: list[Hit]) -> bool:
    """Whether the item opens with "nguyên nhân", "lý do" or the like."""
    return any(first <= _OPENING and "heading" in entry.signs for first, _, entry in hits[:3])


def _governed(source: Source, hits: list[Hit], waiting: Sequence[Part]) -> list[Part]:
    """The ranges that connectors govern: from "do" to the end of its sentence, from the start of one to "nên".

    Waiting governs only in the sentences of ``waiting``.
    """
    ends = [0, *(m.start() for m in _END.finditer(source.syllables)), len(source.syllables)]
    limits = sorted([*ends, *(first for first, _, entry in hits if "stops" in entry.signs)])
    found: list[Part] = []
    last = 0
    for first, _, entry in hits:
        opens = "after" in entry.signs or ("waits" in entry.signs and _is_in(first, waiting))
        if first >= last and opens:
            last = limits[bisect_right(limits, first)]
            found.append((first, last))
        elif "before" in entry.signs:
            start = max(ends[bisect_left(ends, first) - 1], last if last < first else 0)
            last = first
            found.append((start, last))
    return found
