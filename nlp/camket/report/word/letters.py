"""The letters of a paragraph or table row in a Word file, each with the element that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SKIPPED = frozenset({"del", "moveFrom", "rPr", "pPr", "drawing", "pict", "object", "instrText", "delText", "Fallback"})


@dataclass(frozen=True, slots=True)
class Letter:
    """One character; ``text`` is the ``w:t`` that holds it at ``at``, or None for a sign or a gap between cells."""

    character: str
    text: _Element | None = None
    at: int = 0


def letters_of(elements: Sequence[_Element]) -> list[Letter]:
    """Letters of a paragraph, or of a row's cells with " | " between them, as the reader joins them."""
    found: list[Letter] = []
    for number, element in enumerate(elements):
        if number:
            found += [Letter(c) for c in " | "]
        paragraphs = [element] if _name(element) == "p" else list(_paragraphs(element))
        for index, paragraph in enumerate(paragraphs):
            if index:
                found.append(Letter("\n"))
            found += _letters(paragraph)
    return found


def _paragraphs(cell: _Element) -> Iterator[_Element]:
    """Paragraphs of a cell, those of tables inside it left out."""
    for child in cell:
        if _name(child) == "p":
            yield child
        elif _name(child) not in ("tbl", "tcPr"):
            yield from _paragraphs(child)


def _letters(parent: _Element) -> Iterator[Letter]:
    for child in parent:
        name = _name(child)
        if name == "t":
            for at, character in enumerate(child.text or ""):
                yield Letter(character, child, at)
        elif name in _SIGNS:
            yield Letter(_SIGNS[name])
        elif name not in _SKIPPED:
            yield from _letters(child)


def _name(element: _Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def find_words(letters: Sequence[Letter], block: str, start: int, end: int) -> tuple[int, int] | None:
    """Range of letters that spells ``block[start:end]``.

    The block's text is looked for first; where the file has it otherwise (a label inside a cell, another encoding),
    the nearest place of the words themselves.
    """
    text = "".join(letter.character for letter in letters)
    offset = text.find(block)
    words = block[start:end]
    if offset >= 0:
        return offset + start, offset + end
    places, at = [], text.find(words)
    while at >= 0 and words:
        places.append(at)
        at = text.find(words, at + 1)
    if not places:
        return None
    nearest = min(places, key=lambda place: abs(place - start))
    return nearest, nearest + len(words)
