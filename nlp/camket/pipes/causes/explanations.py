"""Find the parts of an item that explain a shortfall."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from camket.pipes.causes.lists import PAIRS, Entry, Pair
from camket.pipes.source import Source
from camket.records import Act
from camket.text.grammar import Grammar, code

Hit = tuple[int, int, Entry]
Part = tuple[int, int]

# Signs that part one reason from the next; a semicolon or full stop also ends what a connector governs. "và" parts
# reasons where it opens one that can stand alone, not in "sở và xã".
_PART = Grammar(";|,|<bar>|<dot> (?=<word>)|<open> <any> <close>|<colon>|và (?=<opens>)", {
    "opens": "có|do|vì|một phần|sự|việc|tình trạng|còn|chưa|thiếu",
})  # fmt: skip
_END = Grammar(";|<bar>|<dot> (?=<word>)")
_SENTENCE = Grammar(";|<dot> (?=<word>)")
_BAR = code("|")
_FIRST = itemgetter(0)
# A heading word stands within the first tokens: "- Nguyên nhân chủ quan: …".
_OPENING = 4
_FALLS_SHORT = frozenset(["shortfall", "lack"])
# Without one of these nothing is explained.
_TELLING = _FALLS_SHORT | {"after", "before", "waits"}


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
    whole = _clip(cuts, 0, len(source.syllables))
    if is_whole:
        return Parts(tuple(whole))
    found = dict.fromkeys(_explained(source, hits, signs, cuts))
    if act == "proposal" or signs.isdisjoint(_FALLS_SHORT):
        return Parts(tuple(found))
    late = _short_sentences(source, hits)
    rest = [part for part in whole if part not in found and not _only_waits(hits, part, late)]
    return Parts(tuple(found), tuple(_beside_shortfall(hits, rest, signs)))


def _explained(source: Source, hits: list[Hit], signs: set[str], cuts: list[int]) -> Iterator[Part]:
    """What connectors govern; in a row that tells a shortfall, its last cell."""
    for first, last in _governed(source, hits, signs):
        yield from _clip(cuts, first, last)
    if signs & _FALLS_SHORT and _BAR in source.syllables.codes:
        yield source.syllables.codes.rindex(_BAR), len(source.syllables)


def _beside_shortfall(hits: list[Hit], parts: Iterable[Part], signs: set[str]) -> Iterator[Part]:
    """Parts that tell something and concede nothing, where a plain word or another part says what fell short."""
    lacking = [first for first, _, entry in hits if "lack" in entry.signs]
    for part in parts:
        inner = within(hits, part)
        if all(entry.is_sign_only for _, _, entry in inner):
            continue
        is_beside = "shortfall" in signs or lacking[0] < part[0] or lacking[-1] >= part[1]
        if is_beside and not any("concession" in entry.signs for _, _, entry in inner):
            yield part


def within(hits: list[Hit], part: Part) -> list[Hit]:
    """Give the hits that begin in a part."""
    return hits[bisect_left(hits, part[0], key=_FIRST) : bisect_left(hits, part[1], key=_FIRST)]


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


def _only_waits(hits: list[Hit], part: Part, late: Iterable[Part]) -> bool:
    """Whether a part tells of waiting in a sentence where nothing falls short."""
    waits = any("waits" in entry.signs for _, _, entry in within(hits, part))
    return waits and not any(a <= part[0] < b for a, b in late)


def _clip(cuts: list[int], first: int, last: int) -> list[Part]:
    """Cut a token range at the cuts inside it."""
    inner = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
    return [(a, b) for a, b in pairwise([first, *inner, last]) if a < b]


def _is_headed(hits: list[Hit]) -> bool:
    """Whether the item opens with "nguyên nhân", "lý do" or the like."""
    return any(first <= _OPENING and "heading" in entry.signs for first, _, entry in hits[:3])


def _governed(source: Source, hits: list[Hit], signs: set[str]) -> list[Part]:
    """Give the ranges that connectors govern: from "do" to the end of its sentence, from the start of one to "nên"."""
    ends = [0, *(m.start() for m in _END.finditer(source.syllables)), len(source.syllables)]
    limits = sorted([*ends, *(first for first, _, entry in hits if "stops" in entry.signs)])
    late = _short_sentences(source, hits) if "shortfall" in signs else []
    found: list[Part] = []
    last = 0
    for first, _, entry in hits:
        opens = "after" in entry.signs or ("waits" in entry.signs and any(a <= first < b for a, b in late))
        if first >= last and opens:
            last = limits[bisect_right(limits, first)]
            found.append((first, last))
        elif "before" in entry.signs:
            start = max(ends[bisect_left(ends, first) - 1], last if last < first else 0)
            last = first
            found.append((start, last))
    return found
