"""Parts in a list behind their whole: "9.831 hộ, gồm 7.892 …, 1.602 … và 319 …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from camket.lexicons import lexicon
from camket.records import Figure
from camket.rules.sums.mismatch import alike, exact

_WORDS: Final = {name: re.compile(pattern) for name, pattern in lexicon("sums")["parts"].items()}


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a list opens: whether it names all parts, stands in a bracket, or only behind a sign."""

    complete: bool
    in_bracket: bool = False
    by_sign: bool = False
    leaves: re.Pattern[str] = _WORDS["leaves"]


def parts_of(text: str, figures: Sequence[Figure], index: int) -> tuple[bool, list[Figure]]:
    """Whether all parts of a whole are listed behind it, and the parts; fewer than two where there is no list.

    Parameters
    ----------
    text : str
        In lower case.
    figures : sequence of Figure
        All of the text, in its order.
    index : int
        Which of them is the whole.
    """
    whole = figures[index]
    opening = _opening(text, whole, figures[index + 1]) if index + 1 < len(figures) else None
    if opening is None:
        return False, []
    listed, sure = _listed(text, figures[index + 1 :], whole, opening)
    if opening.by_sign and any(part.low == whole.low for part in listed):
        return False, []  # steps that the same things went through
    return sure and opening.complete, listed


def _opening(text: str, whole: Figure, first: Figure) -> _Opening | None:
    between = text[whole.end : first.start]
    if ";" in between:
        return None
    some = bool(_WORDS["some"].search(between))
    sign = _WORDS["sign"].match(between)
    if sign or some or _WORDS["all"].search(between):
        by_word = some or bool(_WORDS["all"].search(between))
        return _Opening(not some, bool(sign and sign[1] == "("), not by_word)
    # What stands behind is told by its first letters; before, the whole text is searched.
    if _WORDS["within_then"].match(between) and _WORDS["within"].search(text[: whole.start]):
        return _Opening(complete=False, leaves=_WORDS["leaves_within"])
    return None


def _listed(text: str, figures: Sequence[Figure], whole: Figure, opening: _Opening) -> tuple[list[Figure], bool]:
    """Figures of a list but those in brackets of their own, and whether all of them are of the whole's unit."""
    parts: list[Figure] = []
    sure, at, depth, mark = True, whole.end, 0, ""
    for figure in figures:
        gap = text[at : figure.start]
        depth += gap.count("(") - gap.count(")")
        at = figure.end
        if depth < opening.in_bracket or "." in gap or (parts and not _same_mark(gap, mark)):
            break
        if depth > opening.in_bracket:
            continue
        if parts and opening.leaves.search(gap):
            sure = sure and not alike(figure.unit, whole.unit)
            break
        if parts and not mark:
            mark = ";" if ";" in gap else ","
        if _is_part(figure, whole):
            parts.append(figure)
        else:
            sure = sure and figure.unit == "%"
        # A number that was not read as a figure may be a part, too.
        sure = sure and not any(c.isdigit() for c in gap)
    return parts, sure and not _goes_on(text, parts)


def _is_part(figure: Figure, whole: Figure) -> bool:
    single = exact(figure) is not None and figure.of is None
    return single and alike(figure.unit, whole.unit) and figure.direction is None and figure.role != "baseline"


def _goes_on(text: str, parts: Sequence[Figure]) -> bool:
    """Whether the list ends with a part without a number ("số còn lại chờ hết vụ")."""
    return bool(parts) and bool(_WORDS["remainder"].search(text[parts[-1].end :].partition(". ")[0]))


def _same_mark(gap: str, mark: str) -> bool:
    """Whether a list goes on with the sign that has parted it so far."""
    return not mark or (";" in gap) == (mark == ";")
