"""Find the parts of an item that explain a shortfall."""

from __future__ import annotations

from itertools import pairwise

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
    parts = [(a, b) for a, b in pairwise(cuts) if a < b]
    if act == "cause" or (act is None and _is_headed(hits)):
        return parts
    short = any("shortfall" in entry.signs for _, _, entry in hits)
    lacking = short or any("lack" in entry.signs for _, _, entry in hits)
    governed = _governed(source, hits, short)
    clipped = [(max(a, first), min(b, last)) for first, last in governed for a, b in parts]
    if short:
        clipped += [part for part in parts if _refuses(hits, part)]
    if lacking:
        clipped += [part for part in parts[-1:] if source.syllables.codes[part[0]] == _BAR]
    return [(a, b) for a, b in dict.fromkeys(clipped) if a < b]


def _is_headed(hits: list[Hit]) -> bool:
    """Whether the item opens with "nguyên nhân", "lý do" or the like."""
    return any(first <= _OPENING and "heading" in entry.signs for first, _, entry in hits[:3])


def _refuses(hits: list[Hit], part: Part) -> bool:
    inside = [entry for first, _, entry in hits if part[0] <= first < part[1]]
    troubles = {pair for entry in inside for pair in entry.troubles}
    return any(pair in IMPLICIT and pair in troubles for entry in inside for pair in entry.topics)


def _governed(source: Source, hits: list[Hit], short: bool) -> list[Part]:
    ends = [m.start() for m in _END.finditer(source.syllables)] + [len(source.syllables)]
    stops = [first for first, _, entry in hits if "stops" in entry.signs]
    found: list[Part] = []
    for first, _, entry in hits:
        opens = "after" in entry.signs or (short and "waits" in entry.signs)
        if opens and not (found and first < found[-1][1]):
            found.append((first, min(end for end in [*ends, *stops] if end > first)))
        elif "before" in entry.signs:
            found.append((max([0, *(end for end in ends if end < first)]), first))
    return found
