"""Two numbers that are one figure: ranges and ratios; ranks and groups; and units that a neighbour supplies."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.lookups import PLAN, codes_of, endings, look_back
from camket.pipes.figures.quantity import Quantity, multiply
from camket.pipes.figures.units import RANK, UNITS
from camket.pipes.figures.word_reader import noun_behind_so
from camket.text.grammar import code
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_LEXICON: Final = lexicon("figures")
_RANGE: Final = codes_of([*_LEXICON["joins"]["range"], "đến khoảng"])
_WORDED: Final = codes_of([w for w in _LEXICON["joins"]["range"] if w.isalpha()])
_RANK_WORDS: Final = endings({"rank": _LEXICON["rank"]["words"]})
_RANK_VERBS: Final = endings({"verb": _LEXICON["rank"]["verbs"]})
_GROUPS: Final = endings({"group": _LEXICON["rank"]["groups"]})
_GROUP_VERBS: Final = frozenset(_LEXICON["rank"]["group_verbs"])
_LEADERS: Final[Phrases[bool]] = Phrases((p, True) for p in _LEXICON["rank"]["leaders"])
_SLASH: Final = code("/")
_OF: Final = codes_of(_LEXICON["plan"]["of"])


def join(syllables: Syllables, quantities: list[Quantity]) -> list[Quantity]:
    """Merge neighbours into ranges and ratios."""
    joined: list[Quantity] = []
    for q in quantities:
        if joined and (merge_range(syllables, joined[-1], q) or merge_ratio(syllables, joined[-1], q)):
            continue
        joined.append(q)
    return joined


def _same_unit(a: Quantity, b: Quantity) -> bool:
    return a.name is None or a.name == b.name or (a.unit is not None and a.unit is b.unit)


def merge_range(syllables: Syllables, a: Quantity, b: Quantity) -> bool:
    """Join "5,5 - 6%", "từ 5 đến 7 xã", "800 triệu - 1 tỷ đồng" into the first quantity."""
    gap = syllables.codes[a.last : b.first]
    if gap not in _RANGE or not _are_simple(a, b) or not _same_unit(a, b):
        return False
    if (b.bound == "ceiling" and a.bound != "from") or a.bound == "ceiling":
        return False
    if gap in _WORDED and a.bound not in ("from", "about") and a.name is not None:
        return False
    if not a.scaled and a.name is None:
        a.scale = b.scale
    low, high = a.amount(), b.amount()
    if gap not in _WORDED and syllables.codes[a.first - 1 : a.first] == gap and a.first > 1:
        return False
    if low >= high:
        a.scale = a.scale if a.scaled else 1
        return False
    a.high, a.last, a.unit, a.name = high, b.last, b.unit or a.unit, b.name or a.name
    a.plain_integer = False
    a.scaled = a.scaled or b.scaled
    a.warnings += b.warnings
    return True


def merge_ratio(syllables: Syllables, a: Quantity, b: Quantity) -> bool:
    """Join "16/25 chỉ tiêu" and "61,7/284,5 tỷ đồng"; two percentages stay two figures."""
    gap = syllables.codes[a.last : b.first]
    if gap != _SLASH and (gap not in _OF or a.name is not None or b.name is None):
        return False
    if not _are_simple(a, b) or not (_same_unit(a, b) or (a.name and b.name is None)):
        return False
    if (b.name or a.name) == "%":
        a.unit, a.name = b.unit or a.unit, "%"
        b.unit, b.name = a.unit, "%"
        return False
    if b.bound or (a.name and PLAN.match(syllables.symbols, b.last)):
        return False
    _make_ratio(syllables, a, b)
    return True


def _are_simple(a: Quantity, b: Quantity) -> bool:
    """Whether neither is a range, a ratio, a rank or a share already."""
    return a.of is None and b.of is None and a.high is None and b.kind not in ("rank", "share")


def _make_ratio(syllables: Syllables, a: Quantity, b: Quantity) -> None:
    if not a.scaled and a.name is None:
        a.scale = b.scale
    a.of = b.amount() if b.scaled or not a.scaled or b.name else multiply(b.value, a.scale)
    a.last, a.unit, a.name = b.last, b.unit or a.unit, b.name or a.name
    a.plain_integer = False
    if a.name is None and not noun_behind_so(syllables, a) and a.of == 100 and a.value >= 10:
        a.unit, a.name = UNITS["điểm"], "điểm"


def read_rank(syllables: Syllables, q: Quantity) -> None:
    """Make it a rank ("hạng 7/12", "xếp thứ 3") or a leading group ("nhóm 30 tỉnh dẫn đầu", "top 10")."""
    symbols, i = syllables.symbols, q.first
    if q.high is not None or q.kind == "share":
        return
    rank = _RANK_WORDS.find(symbols, i)
    if rank:
        verb = _RANK_VERBS.find(symbols, rank[0])
        if q.of is not None or (verb and (q.unit is None or q.unit.group in ("place", "office"))):
            _make_rank(symbols, q, rank[0])
        return
    if q.of is not None and i and syllables.lowered[i - 1] in ("xếp", "đứng"):
        _make_rank(symbols, q, i)
        return
    if q.of is None and _GROUPS.find(symbols, i):
        _read_group(syllables, q)


def _make_rank(symbols: list[str], q: Quantity, first: int) -> None:
    q.first, q.kind, q.unit, q.name = first, "rank", RANK, "hạng"
    q.last = q.number + (3 if q.of is not None else 1)
    before, kind = look_back(symbols, first)
    if kind in ("floor", "ceiling"):
        q.first, q.bound = before, "ceiling"


def _read_group(syllables: Syllables, q: Quantity) -> None:
    """At most the number named: "nhóm 30 tỉnh dẫn đầu", "top 10", "trong nhóm 15"."""
    i = q.first
    leaders = _LEADERS.match(syllables.symbols, q.last)
    into = q.unit is None and i > 1 and syllables.lowered[i - 2] in _GROUP_VERBS
    if leaders or into or syllables.lowered[i - 1] != "nhóm":
        q.first, q.kind, q.bound = i - 1, "group", "ceiling"
        q.last = leaders[0] if leaders else q.last
        if q.unit is None:
            q.unit, q.name = RANK, "hạng"
