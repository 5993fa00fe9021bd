"""Units that stand elsewhere: in a sister figure, in another cell of the row, or in the table's header."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.figures.lookups import PLAN, STOP, codes_of
from camket.pipes.figures.measured import unit_from_words_before, unit_of_noun_before
from camket.pipes.figures.names import naming
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.tables import row_units
from camket.pipes.figures.units import NO_UNIT, UNIT_TABLE
from camket.pipes.source import Source
from camket.text.grammar import code
from camket.text.lexer import Syllables

_TO: Final = codes_of(lexicon("figures")["joins"]["to"])
_ENDS: Final = frozenset(code(sign) for sign in ",;.():|") | {""}
_BAR: Final = code("|")
# How far a unit is looked for: in tokens and in figures.
_REACH: Final = 40
_NEAR: Final = 12


def supply_units(source: Source, quantities: list[Quantity]) -> None:
    """Fill in the units of quantities that have none, where the item or its context names them."""
    if all(q.unit is not None and not q.bare_money for q in quantities):
        return
    syllables = source.syllables
    if _BAR in syllables.codes:
        row_units(source, [q for q in quantities if q.name is None])
    for a, b in reversed(list(pairwise(quantities))):
        _share_in_move(syllables, a, b)
    for k, q in enumerate(quantities):
        if q.name is None and q.kind != "share":
            _from_sister(syllables, quantities, k)
        elif q.bare_money:
            _dollars(quantities, k)
        elif q.unit is None and q.plain_integer and q.kind == "plain":
            _split_of_total(syllables, quantities, k)


def _share_in_move(syllables: Syllables, a: Quantity, b: Quantity) -> None:
    """In "từ 6,2 lên 7,5 m²/người" and "từ hạng 3/10 xuống 8/10" one value has the unit for both."""
    if syllables.codes[a.last : b.first] not in _TO:
        return
    if a.name is None and b.name is not None:
        borrow(a, b)
    elif b.name is None and a.kind == "rank":
        b.kind, b.unit, b.name = "rank", a.unit, a.name


def borrow(q: Quantity, other: Quantity) -> None:
    """Give a quantity the unit of another, with its scale word where it has none."""
    q.unit, q.name, q.elided = other.unit, other.name, True
    if not q.scaled and other.scaled:
        q.scale, q.scaled = other.scale, True
        if q.of is not None:
            q.of *= other.scale


def _dollars(quantities: list[Quantity], k: int) -> None:
    """Read "42 triệu" beside "61,5 triệu USD" as dollars."""
    for other in quantities[k + 1 : k + 2] + quantities[max(k - 1, 0) : k]:
        if other.unit is not None and other.unit.dimension in ("dollar", "euro", "yen", "yuan"):
            quantities[k].unit, quantities[k].name = other.unit, other.name
            return


def _from_sister(syllables: Syllables, quantities: list[Quantity], k: int) -> None:
    q = quantities[k]
    if unit_from_words_before(syllables, q):
        return
    if q.of is not None:
        sister = _ratio_sister(quantities, k)
    elif _plan_before(syllables, q):
        sister = _planned_sister(syllables, quantities, k)
    elif q.value == int(q.value) and _reads_as_count(syllables, q):
        sister = _nearest(quantities, k, _counts)
        if sister is None:
            unit_of_noun_before(syllables, q)
    else:
        sister = None
    if sister is not None:
        borrow(q, sister)


def _split_of_total(syllables: Syllables, quantities: list[Quantity], k: int) -> None:
    """In brackets behind a count an unknown word tells a part: "02 đồng chí bị kỷ luật (01 cảnh cáo)"."""
    q = quantities[k]
    opening = next((i for i in range(q.first - 1, max(-1, q.first - _REACH), -1) if syllables.forms[i] in "()"), -1)
    if opening < 0 or syllables.forms[opening] == ")" or syllables.forms[q.first - 1] not in "(,;":
        return
    total = next((s for s in reversed(quantities[max(0, k - _NEAR) : k]) if s.last <= opening), None)
    if total is not None and _counts(total) and total.unit and total.unit.group == "people" and q.value <= total.value:
        q.last = q.number + 1
        borrow(q, total)


def _counts(q: Quantity) -> bool:
    return q.name is not None and (q.unit is None or q.unit.dimension == "count") and "/" not in q.name


def _nearest(quantities: list[Quantity], k: int, fits: Callable[[Quantity], bool]) -> Quantity | None:
    for other in [*reversed(quantities[max(0, k - _NEAR) : k]), *quantities[k + 1 : k + _NEAR]]:
        if other.name is not None and other.kind not in ("rank", "group") and fits(other):
            return other
    return None


def _ratio_sister(quantities: list[Quantity], k: int) -> Quantity | None:
    q = quantities[k]
    same = _nearest(quantities, k, lambda s: _counts(s) and (s.of == q.of or (s.of is None and s.value == q.of)))
    return same or _nearest(quantities, k, _counts)


def _planned_sister(syllables: Syllables, quantities: list[Quantity], k: int) -> Quantity | None:
    """The result beside a plan; "vượt 26,7% chỉ tiêu (15)" gives the plan in what is counted, not in percent."""
    q = quantities[k]
    if k and quantities[k - 1].name == "%" and PLAN.match(syllables.symbols, quantities[k - 1].last):
        return _nearest(quantities, k, lambda s: s.name != "%")
    return _nearest(quantities, k, lambda s: s.name != "%" or q.value <= 100)


def _plan_before(syllables: Syllables, q: Quantity) -> bool:
    """Whether a word for the plan stands right before: "(KH: 160)", "61 người/KH 120"."""
    for distance in (1, 2, 3):
        start = q.first - distance
        if start >= 0:
            found = PLAN.match(syllables.symbols, start)
            if found and found[0] >= q.first - 1:
                return True
    return False


def _is_named(syllables: Syllables, q: Quantity) -> bool:
    """Whether a counted noun stands right before: "cơ sở 2" is a name."""
    for start in range(max(0, q.first - 3), q.first):
        found = UNIT_TABLE.match(syllables.symbols, start)
        if found is not None and found[0] == q.first and found[1] is not NO_UNIT:
            return True
    return False


def _reads_as_count(syllables: Syllables, q: Quantity) -> bool:
    """Whether a bare whole number counts what a sister figure names ("đã nghiệm thu 15, đang thi công 16")."""
    codes = syllables.codes
    after = codes[q.last : q.last + 1]
    if after not in _ENDS and after not in STOP:
        return False
    before = syllables.forms[q.first - 1] if q.first else ""
    if before in ("(", ":", ",", ";"):
        return after not in _ENDS or before == ":"
    if before in ("(", ",", ":", ";"):
        return after not in _ENDS
    if not before.isalpha() or not before.islower() or before == "bằng" or syllables.is_glued(q.first):
        return False
    return not _is_named(syllables, q) and not naming(syllables.symbols, q.first)
