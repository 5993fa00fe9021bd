"""Units that stand elsewhere: in a sister figure, in another cell of the row, or in the table's header."""

from __future__ import annotations

from camket.lexicons import lexicon
from camket.pipes.figures.names import naming
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.reader import PLAN, STOP, codes_of
from camket.pipes.figures.tables import row_units
from camket.pipes.figures.units import MONEY, PERCENT, UNITS
from camket.pipes.source import Source
from camket.text.grammar import code
from camket.text.lexer import Syllables

_TO = codes_of(lexicon("figures")["joins"]["to"])
_ENDS = frozenset(code(sign) for sign in ",;.():|") | {""}
_OPENERS = frozenset(code(sign) for sign in "(:,")
_BAR = code("|")


def supply_units(source: Source, quantities: list[Quantity]) -> None:
    """Fill in the units of quantities that have none, where the item or its context names them."""
    if all(q.name is not None and not _may_be_dollars(q) for q in quantities):
        return
    syllables = source.syllables
    if _BAR in syllables.codes:
        row_units(source, [q for q in quantities if q.name is None])
    for k in range(len(quantities) - 2, -1, -1):
        a, b = quantities[k], quantities[k + 1]
        if a.name is None and b.name is not None and syllables.codes[a.last : b.first] in _TO:
            borrow(a, b)
    for k, q in enumerate(quantities):
        if q.name is None and q.kind != "share":
            _from_sister(syllables, quantities, k)
        elif _may_be_dollars(q):
            _dollars(quantities, k)


def borrow(q: Quantity, other: Quantity) -> None:
    """Give a quantity the unit of another, with its scale word where it has none."""
    q.unit, q.name, q.elided = other.unit, other.name, True
    if not q.scaled and other.scaled:
        q.scale, q.scaled = other.scale, True
        if q.of is not None:
            q.of *= other.scale


def _may_be_dollars(q: Quantity) -> bool:
    return q.name == "VND" and q.bare_money


def _dollars(quantities: list[Quantity], k: int) -> None:
    """Read "42 triệu" beside "61,5 triệu USD" as dollars."""
    for other in quantities[k + 1 : k + 2] + quantities[max(k - 1, 0) : k]:
        if other.unit is not None and other.unit.dimension in ("dollar", "euro", "yen", "yuan"):
            quantities[k].unit, quantities[k].name = other.unit, other.name
            return


def _from_sister(syllables: Syllables, quantities: list[Quantity], k: int) -> None:
    q = quantities[k]
    before = syllables.codes[q.first - 1 : q.first]
    if before == code("điểm"):
        q.unit, q.name = UNITS["điểm"], "điểm"
        return
    if q.of is not None:
        sister = _ratio_sister(quantities, k)
    elif _plan_before(syllables, q):
        sister = _nearest(quantities, k, lambda s: s.name != "%" or q.value <= 100)
    elif q.plain_integer or q.value == int(q.value):
        sister = _nearest(quantities, k, _counts) if _reads_as_count(syllables, q) else None
    else:
        sister = None
    if sister is not None:
        borrow(q, sister)


def _counts(q: Quantity) -> bool:
    return q.name is not None and (q.unit is None or q.unit.dimension == "count") and "/" not in q.name


def _nearest(quantities: list[Quantity], k: int, fits) -> Quantity | None:
    for other in [*reversed(quantities[:k]), *quantities[k + 1 :]]:
        if other.name is not None and other.kind not in ("rank", "group") and fits(other):
            return other
    return None


def _ratio_sister(quantities: list[Quantity], k: int) -> Quantity | None:
    q = quantities[k]
    same = _nearest(quantities, k, lambda s: _counts(s) and (s.of == q.of or s.of is None and s.value == q.of))
    return same or _nearest(quantities, k, _counts)


def _plan_before(syllables: Syllables, q: Quantity) -> bool:
    """Whether a word for the plan stands right before: "(KH: 160)", "61 người/KH 120"."""
    for distance in (1, 2, 3):
        start = q.first - distance
        if start >= 0:
            found = PLAN.match(syllables.codes, start)
            if found and found[0] >= q.first - 1:
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
    return before.isalpha() and before.islower() and not naming(codes, q.first)


__all__ = ["MONEY", "PERCENT", "borrow", "supply_units"]
