"""Find the quantities of an item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.pipes.figures.bounds import settle_bound
from camket.pipes.figures.elision import supply_units
from camket.pipes.figures.joins import join, read_rank
from camket.pipes.figures.lookups import word_at
from camket.pipes.figures.names import (
    continues_names,
    is_label,
    is_name,
    is_part_of_code,
    is_slogan,
    short_quotations,
    taken,
)
from camket.pipes.figures.nouns import is_no_amount, take_unknown_noun
from camket.pipes.figures.quantity import Quantity
from camket.pipes.figures.reader import read_digits
from camket.pipes.figures.word_reader import WORD_CODES, read_words
from camket.pipes.figures.words import counts
from camket.pipes.source import Source
from camket.records import Figure, FigureRole, Time
from camket.text.lexer import Syllables

_YEAR_WORDS: Final = frozenset(["năm", "/", "-", "–", "tháng"])
_STARTS: Final = frozenset(f"123457{WORD_CODES}")


def find_figures(source: Source, times: Sequence[Time] = ()) -> tuple[Figure, ...]:
    """Find the quantities of an item, in order, without overlaps among themselves, with times or identifiers.

    Parameters
    ----------
    source : Source
        The item.
    times : sequence of Time
        The temporal expressions already found; only their spans count.

    Returns
    -------
    tuple of Figure
        Offsets count code points of the item's text. The role is a first guess from the document's kind;
        :func:`camket.pipes.figures.assign_roles` decides it.

    Examples
    --------
    >>> from camket.records import Item
    >>> source = Source(Item("Trồng trên 12,5 ha, đạt 95% kế hoạch; 16/25 chỉ tiêu đạt.", "report"))
    >>> for f in find_figures(source):
    ...     print(source.item.text[f.start:f.end], f.low, f.high, f.of, f.unit, sep=" | ")
    trên 12,5 ha | 12.5 | None | None | ha
    95% | 95.0 | 95.0 | None | %
    16/25 chỉ tiêu | 16.0 | 16.0 | 25.0 | chỉ tiêu
    """
    syllables = source.syllables
    if _STARTS.isdisjoint(syllables.symbols):
        return ()
    quantities = read_quantities(source, times)
    role: FigureRole = "target" if source.item.kind == "commitment" else "actual"
    return tuple(_figure(syllables, q, role) for q in quantities)


def read_quantities(source: Source, times: Sequence[Time] = ()) -> list[Quantity]:
    """The quantities behind the figures of an item, for callers that need tokens."""
    syllables = source.syllables
    marks = taken(source, times)
    found = join(syllables, _candidates(syllables, marks))
    kept, named = [], -1
    quoted = short_quotations(syllables)
    identified = {last for _, last in source.identifiers}
    for q in found:
        named = q.first - 1 if q.first - 1 in identified else named
        read_rank(syllables, q)
        if q.kind == "plain" and q.unit is None:
            take_unknown_noun(syllables, q)
        if is_name(syllables, q) or continues_names(syllables, q, named):
            named = q.number + 1
        elif not is_no_amount(syllables, q) and not (quoted[q.number] and q.name != "%"):
            settle_bound(syllables, q)
            kept.append(q)
    supply_units(source, kept)
    return [q for q in kept if q.name is not None or _stands_alone(syllables, q)]


def _candidates(syllables: Syllables, marks: bytearray) -> list[Quantity]:
    """Numbers with their surroundings, in order; what can't be a quantity is left out."""
    candidates: list[Quantity] = []
    end, q = 0, None
    for i, symbol in enumerate(syllables.symbols):
        if symbol not in _STARTS or i < end or marks[i] or _is_denominator(syllables, i, end):
            continue
        found = _read(syllables, i, q)
        if found is None:
            continue
        q = found
        if q.first < end:
            q.first = end
        while q.first < q.number and marks[q.first]:
            q.first += 1
        if any(marks[q.number : q.last]):
            continue
        end = q.last
        candidates.append(q)
    return candidates


def _is_denominator(syllables: Syllables, i: int, end: int) -> bool:
    """Whether a rate's basis stands here ("ca mắc/100.000 dân"): a slash behind a noun that no number counts."""
    return i > 1 and end != i - 1 and syllables.forms[i - 1] == "/" and syllables.forms[i - 2].isalpha()


def _read(syllables: Syllables, i: int, previous: Quantity | None) -> Quantity | None:
    if not syllables.forms[i][0].isdecimal():
        q = read_words(syllables, i)
        return q if q is not None and counts(syllables, q, previous) else None
    if is_part_of_code(syllables, i) or is_label(syllables, i) or _is_in_date(syllables.forms, i):
        return None
    q = read_digits(syllables, i)
    if q is not None and i and syllables.is_glued(i) and syllables.forms[i - 1].isalpha():
        q.warnings.append("glued")
    if q is None or is_slogan(syllables, i) or _is_year(syllables, q):
        return None
    if q.unit is None and q.last < len(syllables) and syllables.is_glued(q.last) and syllables.forms[q.last].isalpha():
        return None
    return q


def _is_in_date(forms: Sequence[str], i: int) -> bool:
    """Whether a day or month of a full date stands here; jubilees are no times ("(26/3/1931 - 26/3/2021)")."""
    if i + 2 >= len(forms) or forms[i + 1] != "/" or len(forms[i]) > 2:
        return False
    rest = forms[i + 2 : i + 5]
    if len(rest) == 3 and rest[1] == "/" and len(rest[2]) == 4 and rest[2].isdecimal():
        return len(rest[0]) <= 2
    return i > 0 and forms[i - 1] == "/" and len(rest[0]) == 4 and rest[0].isdecimal()


def _is_year(syllables: Syllables, q: Quantity) -> bool:
    if syllables.codes[q.number] != "3":
        return False
    return q.unit is None or (q.first == q.number and word_at(syllables, q.first - 1) in _YEAR_WORDS)


def _stands_alone(syllables: Syllables, q: Quantity) -> bool:
    """Whether a number without a unit is a quantity all the same: it has decimals or a comparator."""
    if q.kind != "plain" or not q.plain_integer:
        version = "." in syllables.forms[q.number] and q.value < 10 and not q.elided
        return not version and (q.of is None or q.kind == "share" or q.value != int(q.value))
    return q.bound in ("floor", "ceiling")


def _figure(syllables: Syllables, q: Quantity, role: FigureRole) -> Figure:
    low, high = q.bounds()
    start, end = syllables.span(q.first, q.last)
    if q.name is None:
        q.warnings.append("unit_missing")
    elif q.elided:
        q.warnings.append("unit_inherited")
    return Figure(start, end, low, high, q.of, q.name, role, warnings=tuple(q.warnings))
