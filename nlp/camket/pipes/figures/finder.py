"""Find the quantities of an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.pipes.figures.elision import supply_units
from camket.pipes.figures.joins import join, read_rank
from camket.pipes.figures.names import is_label, is_name, is_part_of_code, is_slogan, taken
from camket.pipes.figures.quantity import BoundKind, Quantity
from camket.pipes.figures.reader import BEHIND, STOP, WORD_CODES, look_back, read_digits, read_words, written
from camket.pipes.source import Source
from camket.records import Figure, Time
from camket.text.grammar import code
from camket.text.lexer import Syllables

_BEHIND_START = code("trở")
_GRADES = frozenset(lexicon("figures")["grades"]["words"])
_START = re.compile(f"[123457{WORD_CODES}]")


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
    >>> [(source.item.text[f.start:f.end], f.low, f.high, f.of, f.unit) for f in find_figures(source)]
    [('trên 12,5 ha', 12.5, None, None, 'ha'), ('95%', 95.0, 95.0, None, '%'), ('16/25 chỉ tiêu', 16.0, 16.0, 25.0, 'chỉ tiêu')]
    """
    syllables = source.syllables
    if _START.search(syllables.codes) is None:
        return ()
    quantities = read_quantities(source, times)
    role = "target" if source.item.kind == "commitment" else "actual"
    return tuple(_figure(syllables, q, role) for q in quantities)


def read_quantities(source: Source, times: Sequence[Time] = ()) -> list[Quantity]:
    """The quantities behind the figures of an item, for callers that need tokens."""
    syllables = source.syllables
    marks = taken(source, times)
    found = join(syllables, list(_candidates(syllables, marks)))
    kept = []
    for q in found:
        read_rank(syllables, q)
        if q.kind == "plain" and q.unit is None:
            _unknown_noun(syllables, q)
        if not is_name(syllables, q):
            settle_bound(syllables, q)
            kept.append(q)
    supply_units(source, kept)
    return [q for q in kept if q.name is not None or _stands_alone(syllables, q)]


def settle_bound(syllables: Syllables, q: Quantity) -> None:
    """Find a "trở lên" that stands apart; without one "từ" is no bound and leaves the span."""
    if q.high is not None or q.bound not in ("", "from"):
        return
    behind = _behind_apart(syllables, q)
    if behind:
        q.bound = behind
    elif q.bound == "from":
        q.bound = ""
        q.first = q.number - (syllables.forms[q.number - 1] in "-–−+")


def _behind_apart(syllables: Syllables, q: Quantity) -> BoundKind:
    at = syllables.codes.find(_BEHIND_START, q.last, q.last + 10)
    if at < 0 or at == q.last:
        return ""
    between = syllables.lowered[q.last : at]
    if any(not w.isalpha() for w in between) or q.bound != "from" and (between[0] != "số" or len(between) > 4):
        return ""
    found = BEHIND.match(syllables.codes, at)
    return "" if found is None or between[-1] in _GRADES and q.bound != "from" else found[1]


def _candidates(syllables: Syllables, marks: bytearray):
    """Numbers with their surroundings, in order; what can't be a quantity is left out."""
    end = 0
    for match in _START.finditer(syllables.codes):
        i = match.start()
        if i < end or marks[i] or _is_denominator(syllables, i, end):
            continue
        q = _read(syllables, i)
        if q is None:
            continue
        if q.first < end:
            q.first = end
        while q.first < q.number and marks[q.first]:
            q.first += 1
        if any(marks[q.number : q.last]):
            continue
        end = q.last
        yield q


def _is_denominator(syllables: Syllables, i: int, end: int) -> bool:
    """Whether a rate's basis stands here ("ca mắc/100.000 dân"): a slash behind a noun that no number counts."""
    return i > 1 and end != i - 1 and syllables.forms[i - 1] == "/" and syllables.forms[i - 2].isalpha()


def _read(syllables: Syllables, i: int) -> Quantity | None:
    if not syllables.forms[i][0].isdecimal():
        q = read_words(syllables, i)
        return q if q is not None and _words_count(syllables, q) else None
    if is_part_of_code(syllables, i) or is_label(syllables, i):
        return None
    q = read_digits(syllables, i)
    if q is None or is_slogan(syllables, q, i + 1) or _is_year(syllables, q):
        return None
    if q.unit is None and q.last < len(syllables) and syllables.is_glued(q.last) and syllables.forms[q.last].isalpha():
        return None
    return q


def _is_year(syllables: Syllables, q: Quantity) -> bool:
    return syllables.codes[q.number] == "3" and (q.unit is None or q.first == q.number and _after_year_word(syllables, q))


def _after_year_word(syllables: Syllables, q: Quantity) -> bool:
    return q.first > 0 and syllables.lowered[q.first - 1] in ("năm", "/", "-", "–", "tháng")


_ARTICLE_CUES = frozenset("thêm mới được lập mở chức đỡ có còn giúp hạ quý tháng năm tuần xây gần dân ba".split())
_FIVE_CUES = frozenset("có đủ gồm thêm với được mở lập xây giúp đỡ tổ cho tại ở đã".split())
_ENDS = frozenset(".;:-–+•()\"“|/")


def _words_count(syllables: Syllables, q: Quantity) -> bool:
    """Whether a number in words is a quantity and not an ordinal, a name or an article."""
    i = q.number
    before = syllables.lowered[i - 1] if i else ""
    if before == "thứ":
        return False
    if before in ("mùng", "ngày", "tháng", "lớp", "khóa", "quý", "số") and q.kind != "share" and q.plain_integer and before != "tháng":
        return False
    if syllables.forms[i][0].isupper() and before and before not in _ENDS and not before.isdecimal():
        return False
    if i == 0 and q.plain_integer and len(syllables) > 1 and syllables.forms[1][0].isupper():
        return False
    if q.kind == "share":
        return True
    if not q.plain_integer:
        return q.name is not None or _unknown_noun(syllables, q)
    if q.unit is None or is_slogan(syllables, q, i + 1):
        return False
    if q.value == 1:
        return q.bound in ("floor", "ceiling") or before in _ARTICLE_CUES
    return q.value != 5 or q.unit.group != "measure" and (bool(q.bound) or before in _FIVE_CUES)


def _unknown_noun(syllables: Syllables, q: Quantity) -> bool:
    """Take the next word for the counted noun when no list knows it."""
    i = q.last
    if i >= len(syllables) or q.high is None and q.of is None and not syllables.forms[q.number][0].isdecimal() and q.kind == "plain":
        return False
    form = syllables.forms[i]
    if not form.isalpha() or syllables.codes[i] in STOP:
        return False
    if not form.islower() and not (form.isupper() and len(form) > 1):
        return False
    q.last, q.name = i + 1, form.lower()
    return True


def _stands_alone(syllables: Syllables, q: Quantity) -> bool:
    """Whether a number without a unit is a quantity all the same: it has decimals or a comparator."""
    if q.kind != "plain" or not q.plain_integer:
        return q.of is None or q.kind == "share" or q.value != int(q.value)
    return q.bound in ("floor", "ceiling") and look_back(syllables.codes, q.number)[1] != "from"


def _figure(syllables: Syllables, q: Quantity, role) -> Figure:
    low, high = q.bounds()
    start, end = syllables.span(q.first, q.last)
    return Figure(start, end, low, high, q.of, q.name, role, warnings=tuple(q.warnings))


__all__ = ["find_figures", "read_quantities", "written"]
