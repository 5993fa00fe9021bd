"""Lines of text files that were wrapped, beside lines that stand on their own."""

import pytest

from camket.io import read_bytes
from support import cases_of


@pytest.mark.parametrize("case", [case for _, case in cases_of("io", "wrapped.yaml")], ids=lambda case: case["name"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines(case, end):
    document = read_bytes(end.join(case["lines"]).encode(), "a.txt")
    assert [block.text for block in document.blocks] == case["paragraphs"]
