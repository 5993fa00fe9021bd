"""Spans of a text put into each other, as HTML needs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be shown: half-open offsets, what kind of thing it is, and the words beside it."""

    start: int
    end: int
    kind: str
    label: str


def nested(text: str, marks: Iterable[Mark], wrap: Callable[[Mark, str], str]) -> str:
    """The text, escaped, with every mark wrapped around its words; a mark that crosses another's end is cut there.

    Parameters
    ----------
    text : str
    marks : iterable of Mark
    wrap : callable
        Given a mark and the HTML of its words.

    Examples
    --------
    >>> marks = [Mark(0, 7, "a", ""), Mark(4, 7, "b", "")]
    >>> nested("một hai ba", marks, lambda mark, inner: f"<{mark.kind}>{inner}</{mark.kind}>")
    '<a>một <b>hai</b></a> ba'
    """
    order = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end))
    return "".join(_pieces(text, 0, len(text), order, wrap))


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark], wrap: Callable[[Mark, str], str]) -> Iterator[str]:
    place = start
    while marks:
        first, rest = marks[0], marks[1:]
        inside = [replace(m, end=min(m.end, first.end)) for m in rest if m.start < first.end]
        yield escape(text[place : first.start])
        yield wrap(first, "".join(_pieces(text, first.start, first.end, inside, wrap)))
        place, marks = first.end, [m for m in rest if m.start >= first.end]
    yield escape(text[place:end])
