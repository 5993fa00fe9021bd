"""What a column is for where its heading leaves it open: told from its cells, then from the columns beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from camket.text.resources import load_toml

Kind = str | None
# Columns of figures, and those that only stand beside results.
_PLANNED = frozenset({"plan", "pledge"})
_MEASURED = frozenset({"unit", "actual", "ratio", "share", "earlier"})
_RESULT = re.compile(r"\d|\b(?:đã|đang|chưa|đạt|hoàn thành|xong|vượt)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\W*[\d.,]+\s*%?\W*")


def resolve(kinds: Sequence[Kind], rows: Sequence[Sequence[str]] = ()) -> list[Kind]:
    """Standard names of columns of these kinds (keys of the lexicon ``io_columns.toml``).

    Examples
    --------
    >>> resolve(["task", "time", "done"]), resolve(["task", "plan", "done"])
    (['task', 'time', 'lead'], ['task', 'plan', 'actual'])
    >>> resolve(["task", "time", "done"], [["Trồng rừng", "Quý I", "Đã trồng 5 ha"]])
    ['task', 'time', 'actual']
    """
    below = [[row[i] for row in rows if i < len(row) and row[i].strip()] for i in range(len(kinds))]
    named = _name_the_task(list(kinds), below)
    present = frozenset(kind for kind in named if kind)
    # Of two columns of one name the last counts: a ratio is not to stand in for the words of an assessment before it.
    judged = named.index("assessment") if "assessment" in named else len(named)
    out: list[Kind] = []
    for index, kind in enumerate(named):
        beside = present | {"judged"} if index > judged else present
        out.append(_DECIDED[kind](beside, below[index]) if kind in _DECIDED else kind)
    return out


def _name_the_task(kinds: list[Kind], below: list[list[str]]) -> list[Kind]:
    """Where no column names the thing, the first one of the goals does, unless it holds numbers."""
    if "task" in kinds:
        return kinds
    for wanted in (("goal", "pledge"), ("target",)):
        for index, kind in enumerate(kinds):
            if kind in wanted and not _most(below[index], _NUMBER.fullmatch):
                return [*kinds[:index], "task", *kinds[index + 1 :]]
    return kinds


def _done(present: frozenset[str], cells: list[str]) -> Kind:
    """Column "Thực hiện"."""
    if _most(cells, _body().match):
        return "lead"
    planned = present & _PLANNED and "coordinate" not in present
    if planned or present & _MEASURED or _most(cells, _RESULT.search):
        return "actual"
    if present & {"lead", "coordinate"}:
        return "lead"
    named = present & {"task", "time", "product"} and not present & {"target", "goal", "assessment"}
    return "lead" if named else "actual"


def _body_column(present: frozenset[str], cells: list[str]) -> Kind:
    """Column "Đơn vị"."""
    if _most(cells, _body().match):
        return "lead"
    measured = "task" in present and present & (_PLANNED | _MEASURED | {"done"})
    return "unit" if measured or "lead" in present else "lead"


def _ratio(present: frozenset[str], cells: list[str]) -> Kind:
    """Column "Đạt %"."""
    return None if "judged" in present else "assessment"


def _share(present: frozenset[str], cells: list[str]) -> Kind:
    """Column "Tỷ lệ (%)"."""
    compared = present & {"plan", "pledge", "actual", "earlier", "done", "goal", "assessment"}
    return "target" if "task" in present and not compared else _ratio(present, cells)


_DECIDED: dict[Kind, Callable[[frozenset[str], list[str]], Kind]] = {
    "done": _done,
    "body": _body_column,
    "ratio": _ratio,
    "share": _share,
    "goal": lambda present, cells: "target",
    "pledge": lambda present, cells: "plan",
    "earlier": lambda present, cells: None,
}


def _most(cells: list[str], test: Callable[[str], object]) -> bool:
    return sum(bool(test(cell)) for cell in cells) * 2 > len(cells)


@cache
def _body() -> re.Pattern[str]:
    words = load_toml("io_document.toml")
    names = "|".join([*words["bodies"], *words["offices"], "các", "đồng chí", "đ/c", "ông", "bà", "công chức", "tổ"])
    return re.compile(rf"\W*(?:{names})\b", re.IGNORECASE)
