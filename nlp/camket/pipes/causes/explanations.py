"""Find the parts of an item that explain a shortfall."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import itemgetter

from camket.pipes.causes.lists import IMPLICIT, Entry
from camket.pipes.source import Source
from camket.records import Act
from camket.text.grammar import Grammar, code

Hit = tuple[int, int, Entry]
Part = tuple[int, int]

# Signs that part one reason from the next; a semicolon or full stop also ends what a connector governs.
_PART = Grammar(";|,|<bar>|<dot> (?=<word>)|<open> <any> <close>|<colon>")
_END = Grammar(";|<bar>|<dot> (?=<word>)")
_BAR = code("|")
# A heading word stands within the first tokens: "- Nguyên nhân chủ quan: …".
_OPENING = 4


def explained(source: Source, hits: list[Hit], act: Act | None) -> list[Part]:
    """Token ranges of single reasons, in order.

    A cause is explanation throughout. Elsewhere a reason stands after "do", "vì", "chờ" … or before "nên"; beside a
    shortfall, people who refuse and land that is not handed over need no connector.
    """
    syllables = source.syllables
    cuts = [0, *(m.start() for m in _PART.finditer(syllables)), len(syllables)]
    if act == "cause" or (act is None and _is_headed(hits)):
        return _clip(cuts, 0, len(syllables))
    signs = {sign for _, _, entry in hits for sign in entry.signs}
    found = [part for first, last in _governed(source, hits, signs) for part in _clip(cuts, first, last)]
    if signs & {"shortfall", "lack"}:
        found += [part for part in _clip(cuts, 0, len(syllables)) if _refuses(within(hits, part))]
    if signs & {"shortfall", "lack"} and _BAR in syllables.codes:
        found.append((syllables.codes.rindex(_BAR), len(syllables)))
    return list(dict.fromkeys(found))


def within(hits: list[Hit], part: Part) -> list[Hit]:
    """Give the hits that begin in a part."""
    low, high = (bisect_left(hits, place, key=itemgetter(0)) for place in part)
    return hits[low:high]


def _clip(cuts: list[int], first: int, last: int) -> list[Part]:
    """Cut a token range at the cuts inside it."""
    inner = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
    return [(a, b) for a, b in pairwise([first, *inner, last]) if a < b]


def _is_headed(hits: list[Hit]) -> bool:
    """Whether the item opens with "nguyên nhân", "lý do" or the like."""
    return any(first <= _OPENING and "heading" in entry.signs for first, _, entry in hits[:3])


def _refuses(hits: list[Hit]) -> bool:
    if any("implicit" in entry.signs for _, _, entry in hits):
        return True
    troubles = {pair for _, _, entry in hits for pair in entry.troubles}
    return any(pair in IMPLICIT and pair in troubles for _, _, entry in hits for pair in entry.topics)


def _governed(source: Source, hits: list[Hit], signs: set[str]) -> list[Part]:
    """Give the ranges that connectors govern: from "do" to the end of its sentence, from the start of one to "nên"."""
    ends = [0, *(m.start() for m in _END.finditer(source.syllables)), len(source.syllables)]
    limits = sorted([*ends, *(first for first, _, entry in hits if "stops" in entry.signs)])
    opening = {"after", "waits"} if "shortfall" in signs else {"after"}
    found: list[Part] = []
    last = 0
    for first, _, entry in hits:
        if first >= last and opening.intersection(entry.signs):
            last = limits[bisect_right(limits, first)]
            found.append((first, last))
        elif "before" in entry.signs:
            start = max(ends[bisect_left(ends, first) - 1], last if last < first else 0)
            last = first
            found.append((start, last))
    return found
