"""Figures of a report with the words around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from camket.lexicons import lexicon
from camket.linking.outcome.cells import Row, row_of
from camket.linking.parts import Part, parts_of
from camket.linking.quantities import MOST
from camket.linking.unit import Unit
from camket.records import Figure
from camket.text.lexer import Syllables

_WORDS = lexicon("linking")["figures"]
_PLAN = re.compile("|".join(_WORDS["plan"]))
_WHOLE = re.compile("(?:" + "|".join(_WORDS["whole"]) + r")\s*(?:là|có|được)?\s*$")
_REST_AFTER = re.compile(r"[^,;.]{0,22}?(?:" + "|".join(_WORDS["rest_after"]) + ")")
_REST_BEFORE = re.compile("(?:" + "|".join(_WORDS["rest_before"]) + r")\s*$")
_ESTIMATE = re.compile(r"\b(?:" + "|".join(_WORDS["estimate"]) + r")[^;.]{0,30}$")
_EARLIER = re.compile("|".join(_WORDS["earlier"]))
_LESSON = re.compile(lexicon("linking")["numbered"]["lessons"])
_GLUE = frozenset(_WORDS["glue"])
_FULL, _WHOLE_PERIOD = re.compile(_WORDS["full"]), re.compile(_WORDS["whole_period"])
_OPENING = re.compile(_WORDS["opening_value"])
_FULL_YEAR = re.compile(_WORDS["full_year"])
_LEVEL, _ONE_OF = re.compile(_WORDS["level"]), re.compile(r"một trong\s*(?:số\s*)?$")
_VS_PLAN = re.compile("|".join(_WORDS["plan"][:6]))
_SIGN = re.compile(r"[,;:.(]|\d")
_LEAD, _YEAR = re.compile(r"[,;:(]"), re.compile(r"\bnăm (\d{4})\b")
_OF_YEAR = re.compile(r"\bnăm \d{4}\s*:\s*(?:là |có )?$")
_PLANNED = re.compile(_WORDS["planned"])
_LENGTH = re.compile(r"(?:ngày|tuần|tháng|quý|năm|giờ)\b")  # of a delay
_PART = re.compile(r"trong (?:đó|số đó|số này)[^;.]*$")
_OWN = re.compile(r"(?:(?! và )[^,;.:(\d])*")
_STOP = re.compile(r"[,;.(\d]")  # where the words of a figure end
_SPLIT = re.compile(r",? trong (?:đó|số đó)")
_BAR = " | "  # between the cells of a row
_LATE_IN_YEAR = 11  # the month from which on an estimate is of the whole year
_NEAR = 30
_FAR = 200  # characters before a figure that may tell what it is
_SHORT = 4  # syllables; a shorter clause goes on behind its comma


@dataclass(frozen=True, slots=True)
class Told:
    """A report's figure in its surroundings.

    Attributes
    ----------
    near : str
        The clause around it in lower case.
    clause, sentence : frozenset of str
        Syllables of the clause and of the larger stretch around it.
    own : frozenset of str
        Syllables right behind it, up to the next figure or sign.
    lead : frozenset of str
        Syllables right before it, from the last figure or sign on, and of its unit.
    is_rest : bool
        Whether it counts what is still to be done.
    is_whole : bool
        Whether it is the total that shares are taken of.
    is_estimate : bool
        Whether it is the report's own estimate of the whole period.
    is_earlier : bool
        Whether it is the value of an earlier period.
    opens_period : bool
        Whether it is the value with which the period began ("đầu năm 64 hộ").
    is_whole_period : bool
        Whether it is said of the whole year.
    is_plan : bool
        Whether it repeats what was planned ("đăng ký 6.450").
    is_part : bool
        Whether it counts some of what stands before ("trong đó 730 em").
    is_full : bool
        Whether it is said to be all ("đủ 214 đơn vị").
    is_level : bool
        Whether it is what is left or reached, not the size of the change ("còn 5,6%").
    is_one_of : bool
        Whether one of that many is meant ("một trong hai cầu").
    vs_plan : bool
        Whether it is a share of a plan.
    of_plan : bool
        Whether it is a share of a plan or a rate of growth, no level.
    column : str
        Standard name of its column in a row whose table has one of results, else "".
    """

    figure: Figure
    near: str
    clause: frozenset[str]
    sentence: frozenset[str]
    own: frozenset[str]
    lead: frozenset[str]
    is_rest: bool
    is_whole: bool
    is_estimate: bool
    is_earlier: bool
    opens_period: bool
    is_whole_period: bool
    is_plan: bool
    is_part: bool
    is_full: bool
    is_level: bool
    is_one_of: bool
    vs_plan: bool
    of_plan: bool
    column: str = ""


def told_figures(report: Unit) -> list[Told]:
    """Figures of a report in the order of the text, the first :data:`MOST` of them; of a row those that are results."""
    clauses, sentences = list(parts_of(report)), list(parts_of(report, major=True))
    row = row_of(report)
    figures = [f for f in counted_figures(report) if row is None or row.holds(f.start)]
    told = [_told(report, f, clauses, sentences) for f in figures]
    return told if row is None else [_in_cell(one, row) for one in told]


def counted_figures(unit: Unit) -> list[Figure]:
    """The first figures of an item, without bare numbers that name a lesson ("mô đun 9")."""
    text = unit.text.lower()
    figures = unit.annotation.evidence.figures[:MOST]
    return [
        f
        for f in figures
        if not (text[f.start : f.end].isdecimal() and _LESSON.search(text[max(0, f.start - _NEAR) : f.start]))
    ]


def _in_cell(one: Told, row: Row) -> Told:
    """A figure of a row: the row's name is its clause; a share beside the result is one of the plan."""
    words = syllables(row.subject(one.figure.start))
    share = one.figure.unit == "%" and row.column(one.figure.start) == "assessment"
    return replace(
        one, clause=words, sentence=words, column=row.column(one.figure.start),
        of_plan=one.of_plan or share, vs_plan=one.vs_plan or share,
    )  # fmt: skip


def _told(report: Unit, figure: Figure, clauses: Sequence[Part], sentences: Sequence[Part]) -> Told:
    text = report.text.lower()
    clause, sentence = _around(figure, clauses), _around(figure, sentences)
    before, after = text[max(0, figure.start - _FAR) : figure.start], text[figure.end : figure.end + _NEAR]
    near = text[clause.start : clause.end]
    if len(syllables(near)) < _SHORT and _BAR not in text:  # "26 thầy, cô có bài giảng"
        near = text[clause.start : max(clause.end, _after(clause, clauses).end)]
    bracketed = before.endswith("(") and after.startswith(")")
    return Told(
        figure, near, syllables(near), syllables(text[sentence.start : sentence.end]),
        own=syllables(_OWN.match(text[figure.end : figure.end + _FAR])[0]),  # type: ignore[index]
        lead=syllables(f"{_SIGN.split(before)[-1]} {figure.unit or ''}"),
        is_rest=bool(_REST_AFTER.match(after)) or _is_left(figure, before),
        is_whole=figure.of is None and (bracketed or bool(_SPLIT.match(after)) or bool(_WHOLE.search(before[-_NEAR:]))),
        is_estimate=(figure.estimated or bool(_ESTIMATE.search(before[-45:]))) and _is_of_year(report),
        is_earlier=bool(_EARLIER.search(near)) or _is_past_year(_past_lead(before), report),
        opens_period=bool(_OPENING.search(f"{_SIGN.split(before)[-1]} {_SIGN.split(after)[0]}")),
        is_whole_period=bool(_WHOLE_PERIOD.search(near)),
        is_plan=figure.of is None and bool(_PLANNED.search(before[-_NEAR:])),
        is_part=bool(_PART.search(before[-2 * _NEAR :])),
        is_full=bool(_FULL.search(before[-_NEAR:])),
        is_level=bool(_LEVEL.search(before[-_NEAR:])),
        is_one_of=bool(_ONE_OF.search(before[-_NEAR:])),
        vs_plan=figure.unit == "%" and bool(_VS_PLAN.search(_STOP.split(after)[0])),
        of_plan=figure.unit == "%" and bool(_PLAN.search(_STOP.split(after)[0])),
    )  # fmt: skip


def _is_of_year(report: Unit) -> bool:
    """Whether an estimate is of the whole year: so it says, or hardly any of the year is left."""
    late = report.day is None or report.day.month >= _LATE_IN_YEAR
    return late or _BAR in report.text or bool(_FULL_YEAR.search(report.text.lower()))


def _is_left(figure: Figure, before: str) -> bool:
    """Whether the words before a figure say that it is left; by how long a thing came late ("chậm 3 tháng") is not."""
    delay = before.rstrip().endswith("chậm") and bool(_LENGTH.match(figure.unit or ""))
    return bool(_REST_BEFORE.search(before[-_NEAR:])) and not delay


def _past_lead(before: str) -> str:
    """The words before a figure that may name its year, a heading among them ("(năm 2022: 47 vụ)")."""
    heading = _OF_YEAR.search(before)
    return heading[0] if heading else _LEAD.split(before)[-1]


def _is_past_year(lead: str, report: Unit) -> bool:
    """Whether the words before a figure name a year before that of the report ("năm 2022 là 24 tỷ đồng")."""
    return report.day is not None and any(int(year) < report.day.year for year in _YEAR.findall(lead))


def _around(figure: Figure, parts: Sequence[Part]) -> Part:
    index = bisect_right(parts, figure.start, key=lambda part: part.start) - 1
    found = parts[index] if index >= 0 else None
    return found if found and figure.start < found.end else Part(0, 0, frozenset())


def _after(part: Part, parts: Sequence[Part]) -> Part:
    return next((p for p in parts if p.start >= part.end), part)


def syllables(text: str) -> frozenset[str]:
    """Syllables and numbers of a text without grammar words.

    Examples
    --------
    >>> sorted(syllables("Đạt 15 em ở cấp huyện"))
    ['15', 'cấp', 'em', 'huyện', 'đạt']
    """
    return frozenset(w for w in Syllables(text).lowered if w[0].isalnum() and w not in _GLUE)
