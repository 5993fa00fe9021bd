"""Comments of a Word document and where they are anchored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from camket.io.docx.names import W
from camket.records import Comment, Position

if TYPE_CHECKING:
    from lxml.etree import _Element


class Comments:
    """The comments part; :meth:`note` tells at which position a stretch of the body refers to it."""

    def __init__(self, root: _Element | None) -> None:
        self._texts: dict[str, tuple[str, str]] = {}
        self.found: list[Comment] = []
        for comment in root.iter(W + "comment") if root is not None else ():
            lines = ("".join(t.text or "" for t in p.iter(W + "t")) for p in comment.iter(W + "p"))
            self._texts[comment.get(W + "id") or ""] = (comment.get(W + "author") or "", "\n".join(lines))

    def note(self, element: _Element, position: Position) -> None:
        """Place the comments that an element refers to."""
        if not self._texts:
            return
        for reference in element.iter(W + "commentReference"):
            known = self._texts.pop(reference.get(W + "id") or "", None)
            if known:
                self.found.append(Comment(*known, position))
