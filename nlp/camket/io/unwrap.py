"""Tell the lines of a text that were wrapped at a right edge from lines that are paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from camket.io.metadata.lines import is_caps
from camket.text.labels import goes_on, parse_label

# Where the right edge would be outside of these, lines are whole paragraphs: the file is not wrapped.
WIDEST = 160
NARROWEST = 40
# One line in so many may stick out over the right edge: an address, a line that somebody added.
STICKING_OUT = 8
# At an edge this share of the lines that could be full are, and so many.
LEAST_SHARE = 0.6
LEAST_FULL = 2
_STOP = re.compile(r"[.;:!?…]$")
_CLOSES = re.compile(r"[^()]*\)")

Line = str | None


def right_edge(lines: Sequence[Line]) -> int:
    """Length at which the lines of a text are wrapped; 0 where they are not.

    Parameters
    ----------
    lines : sequence of str or None
        None for what parts paragraphs: a blank line, a rule, a table row.

    Examples
    --------
    >>> right_edge(["1. Hoàn thành xây dựng 14 phòng học kiên cố cho", "các trường mầm non trước ngày 31/8/2024.",
    ...             "2. Trồng 12 ha rừng tại thôn Đông, trong đó có", "5 ha keo lai.", "Người lập biểu: " + "x" * 50])
    47
    """
    lengths = sorted((len(line.rstrip()) for line in lines if line), reverse=True)
    pairs = [(a.rstrip(), b.lstrip()) for a, b in pairwise(lines) if a and b and _may_go_on(a, b)]
    allowed = len(lengths) // STICKING_OUT or int(len(lengths) > LEAST_FULL * 2)
    edges = [edge for edge in dict.fromkeys(lengths[: allowed + 1]) if NARROWEST <= edge <= WIDEST]
    _, edge = max(((sum(_full(*pair, edge) for pair in pairs), edge) for edge in edges), default=(0, 0))
    return edge if edge and _evident(pairs, edge) else 0


def _evident(pairs: list[tuple[str, str]], edge: int) -> bool:
    """Whether lines stop at an edge by more than chance: one that goes on does so in the middle of a sentence."""
    inside = [pair for pair in pairs if not _STOP.search(pair[0])]
    plain = [pair for pair in inside if not pair[1][0].isupper()]
    if sum(_full(*pair, edge) for pair in plain) > LEAST_SHARE * len(plain):
        return True
    full = sum(_full(*pair, edge) for pair in pairs)
    return full >= max(LEAST_FULL, LEAST_SHARE * len(pairs)) and any(_full(*pair, edge) for pair in inside)


def continues(paragraph: str, before: str, line: str, edge: int) -> bool:
    """Whether a line goes on with the one before it.

    Its first word would not have fitted there; or it closes a bracket that the paragraph opened, or begins in lower
    case behind a line that ends within a sentence.

    Examples
    --------
    >>> before = "1. Xây 14 phòng học cho 03 trường mầm non (Hoa"
    >>> continues(before, before, "Sen, Hoa Mai) trước khai giảng.", 0), continues(before, before, "Hoa Sen", 0)
    (True, False)
    """
    label = parse_label(line)
    before = before.rstrip()
    if (label and not goes_on(label, paragraph)) or is_caps(before) != is_caps(line):
        return False
    if NARROWEST <= edge <= WIDEST and _full(before, line, edge):
        return True
    within = NARROWEST <= len(before) <= WIDEST and not _STOP.search(before)
    closes = paragraph.count("(") > paragraph.count(")") and _CLOSES.match(line)
    return within and bool(line.lstrip()[:1].islower() or closes)


def _may_go_on(before: str, line: str) -> bool:
    return len(before.rstrip()) >= NARROWEST and not parse_label(line) and is_caps(before) == is_caps(line)


def _full(before: str, line: str, edge: int) -> bool:
    """Whether a line was full for the first word of the next one, and didn't stick out."""
    return len(before) <= edge < len(before) + 1 + len(line.split()[0])
