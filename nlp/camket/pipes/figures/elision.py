"""Units that stand elsewhere: in a sister figure, in another cell of the row, or in the table's header."""

from __future__ import annotations

from camket.lexicons import lexicon
from camket.pipes.figures.names import naming
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.reader import PLAN, STOP, codes_of, denominator_end, written
from camket.pipes.figures.tables import row_units
from camket.pipes.figures.units import UNIT_TABLE, UNITS
from camket.pipes.source import Source
from camket.text.grammar import code
from camket.text.lexer import Syllables

_TO = codes_of(lexicon("figures")["joins"]["to"])
_ENDS = frozenset(code(sign) for sign in ",;.():|") | {""}
_CASUALTIES = frozenset(lexicon("figures")["casualties"]["words"])
_STOPS = frozenset(";|")
_REACH = 12
_BAR = code("|")


def supply_units(source: Source, quantities: list[Quantity]) -> None:
    """Fill in the units of quantities that have none, where the item or its context names them."""
    if all(q.unit is not None and not _may_be_dollars(q) for q in quantities):
        return
    syllables = source.syllables
    if _BAR in syllables.codes:
        row_units(source, [q for q in quantities if q.name is None])
    for k in range(len(quantities) - 2, -1, -1):
        a, b = quantities[k], quantities[k + 1]
        if a.name is None and b.name is not None and syllables.codes[a.last : b.first] in _TO:
            borrow(a, b)
        elif b.name is None and a.kind == "rank" and syllables.codes[a.last : b.first] in _TO:
            b.kind, b.unit, b.name = "rank", a.unit, a.name
    for k, q in enumerate(quantities):
        if k and q.unit is None and q.name is not None and q.plain_integer and q.kind == "plain":
            _split_of_total(syllables, quantities, k)
        elif q.name is None and q.kind != "share":
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
    if _from_words_before(syllables, q):
        return
    if q.of is not None:
        sister = _ratio_sister(quantities, k)
    elif _plan_before(syllables, q):
        sister = _planned_sister(syllables, quantities, k)
    elif q.value == int(q.value) and _reads_as_count(syllables, q):
        sister = _nearest(quantities, k, _counts)
        if sister is None:
            _noun_before(syllables, q)
    else:
        sister = None
    if sister is not None:
        borrow(q, sister)


def _from_words_before(syllables: Syllables, q: Quantity) -> bool:
    """Take the unit from what is measured: "điểm bình quân 6,61", "giường bệnh/vạn dân đạt 26,5", "chết 11"."""
    lowered, first = syllables.lowered, q.first
    if lowered[first - 1 : first] and lowered[first - 1] in _CASUALTIES and q.plain_integer and q.of is None:
        q.unit, q.name = UNITS["người"], "người"
        return True
    for i in range(first - 1, max(0, first - _REACH), -1):
        if lowered[i] in _STOPS or lowered[i][0].isdecimal():
            return False
        if lowered[i] == "điểm" and not q.plain_integer and q.of is None:
            q.unit, q.name = UNITS["điểm"], "điểm"
            return True
        if lowered[i] == "/":
            return _rate_around(syllables, q, i)
    return False


def _rate_around(syllables: Syllables, q: Quantity, slash: int) -> bool:
    """"số giường bệnh/vạn dân đạt 26,5": the nouns on both sides of the slash are the unit."""
    end = denominator_end(syllables, slash + 1)
    for start in range(max(0, slash - 3), slash):
        found = UNIT_TABLE.match(syllables.codes, start)
        if found is not None and found[0] == slash and end is not None and end <= q.first:
            q.unit = found[1]
            q.name = f"{written(syllables, start, slash)}/{written(syllables, slash + 1, end)}"
            return True
    return False


def _noun_before(syllables: Syllables, q: Quantity) -> None:
    """Take the counted noun that the clause began with: "Hồ sơ hành chính: nhận 3.218"."""
    for i in range(q.first - 1, max(-1, q.first - _REACH), -1):
        found = UNIT_TABLE.match(syllables.codes, i)
        if found is not None and found[0] <= q.first and found[1].dimension == "count":
            start = i
            longer = UNIT_TABLE.match(syllables.codes, i - 1) if i else None
            if longer is not None and longer[0] == found[0]:
                start = i - 1
            q.unit, q.name, q.elided = found[1], written(syllables, start, found[0]), True
            return


def _split_of_total(syllables: Syllables, quantities: list[Quantity], k: int) -> None:
    """In brackets behind a count an unknown word tells a part: "02 đồng chí bị kỷ luật (01 cảnh cáo, 01 khiển trách)"."""
    q = quantities[k]
    opening = next((i for i in range(q.first - 1, -1, -1) if syllables.forms[i] in "()"), -1)
    if opening < 0 or syllables.forms[opening] == ")" or syllables.forms[q.first - 1] not in "(,;":
        return
    total = next((s for s in reversed(quantities[:k]) if s.last <= opening), None)
    if total is not None and _counts(total) and total.unit and total.unit.group == "people" and q.value <= total.value:
        q.last = q.number + 1
        borrow(q, total)


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


def _planned_sister(syllables: Syllables, quantities: list[Quantity], k: int) -> Quantity | None:
    """The result beside a plan; "vượt 26,7% chỉ tiêu (15)" gives the plan in what is counted, not in percent."""
    q = quantities[k]
    if k and quantities[k - 1].name == "%" and PLAN.match(syllables.codes, quantities[k - 1].last):
        return _nearest(quantities, k, lambda s: s.name != "%")
    return _nearest(quantities, k, lambda s: s.name != "%" or q.value <= 100)


def _plan_before(syllables: Syllables, q: Quantity) -> bool:
    """Whether a word for the plan stands right before: "(KH: 160)", "61 người/KH 120"."""
    for distance in (1, 2, 3):
        start = q.first - distance
        if start >= 0:
            found = PLAN.match(syllables.codes, start)
            if found and found[0] >= q.first - 1:
                return True
    return False


def _is_named(syllables: Syllables, q: Quantity) -> bool:
    """Whether a counted noun stands right before: "cơ sở 2" is a name."""
    for start in range(max(0, q.first - 3), q.first):
        found = UNIT_TABLE.match(syllables.codes, start)
        if found is not None and found[0] == q.first:
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
    return not _is_named(syllables, q) and not naming(codes, q.first)

