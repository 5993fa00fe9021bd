"""Cut runs at a letter, so that a comment can begin and end there."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def cut(text: _Element, at: int) -> tuple[_Element, _Element]:
    """Cut the run that holds a ``w:t`` at one of its letters.

    Returns
    -------
    left, right : element
        The ``w:t`` before and after the cut, in runs of the same format. A cut at either end of the run makes none:
        both are then the same element's neighbours, or the element itself.
    """
    run = text.getparent()
    left = deepcopy(run)
    place = run.index(text)
    content = text.text or ""
    for child in list(left)[place + 1 :]:
        left.remove(child)
    for child in list(run)[:place]:
        if not child.tag.endswith("}rPr"):
            run.remove(child)
    first = list(left)[place]
    _fill(first, content[:at])
    _fill(text, content[at:])
    run.addprevious(left)
    left.tail, run.tail = None, run.tail
    return first, text


def _fill(text: _Element, content: str) -> None:
    text.text = content
    if content != content.strip():
        text.set(SPACE, "preserve")


def highlight(run: _Element, namespace: str, colour: str, mark: str) -> None:
    """Colour a run that has no colour of its own; the mark lets it be taken away again."""
    attribute = f"{{{namespace}}}rsidDel"
    properties = run.find(f"{{{namespace}}}rPr")
    if run.get(attribute) or (properties is not None and properties.find(f"{{{namespace}}}highlight") is not None):
        return
    run.set(attribute, mark)
    if properties is None:
        properties = run.makeelement(f"{{{namespace}}}rPr", nsmap=run.nsmap)
        run.insert(0, properties)
    element = properties.makeelement(f"{{{namespace}}}highlight", nsmap=run.nsmap)
    element.set(f"{{{namespace}}}val", colour)
    properties.insert(_place(properties), element)


# Children of w:rPr that the schema puts behind w:highlight.
_BEHIND = frozenset({
    "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
    "oMath", "rPrChange",
})  # fmt: skip


def _place(properties: _Element) -> int:
    for index, child in enumerate(properties):
        if child.tag.rsplit("}", 1)[-1] in _BEHIND:
            return index
    return len(properties)
