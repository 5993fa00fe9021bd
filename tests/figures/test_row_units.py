"""Units of bare numbers in table rows: the column of units, the cell beside the number, never the name of a body."""

from __future__ import annotations

import re
from datetime import date

import pytest

from camket.pipes.figures import find_figures
from camket.pipes.source import Source
from camket.pipes.times import find_times
from camket.records import Item
from support import cases_of

MARK = re.compile(r"\[\[(.+?) => (\S+) (.+?)\]\]")


@pytest.mark.parametrize(("group", "marked"), cases_of("figures", "row_units.yaml"))
def test_row(group, marked) -> None:
    text = MARK.sub(r"\1", marked)
    source = Source(Item(text, "report", date(2024, 12, 20), context=group["header"]))
    found = [(text[f.start : f.end], f.low, f.unit) for f in find_figures(source, find_times(source))]
    expected = [(m[1], float(m[2]), m[3]) for m in MARK.finditer(marked)]
    assert [row for row in found if row in expected] == expected, found
