"""The text of a paragraph as Word shows it: insertions in, deletions and field codes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from camket.io.docx.names import MC, W, is_on, value
from camket.io.docx.styles import Style, Styles, font
from camket.text.legacy import convert, font_code
from camket.text.legacy.convert import Code

if TYPE_CHECKING:
    from lxml.etree import _Element

DELETED = {W + "del", W + "moveFrom"}
_SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_CONTAINERS = {
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml",
                          "dir", "bdo", "ruby", "rubyBase")
}  # fmt: skip


@dataclass(slots=True)
class Words:
    """Text of a paragraph and what hangs on it."""

    text: str = ""
    bold: bool = False
    boxes: list[_Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    page_breaks: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)
    legacy: int = 0


class RunReader:
    """Reads the runs of paragraphs.

    Parameters
    ----------
    styles : Styles
        Styles of the document.
    code : {"tcvn3", "vni", "viscii"}, optional
        The legacy code of the whole document, for runs whose font tells none.
    """

    def __init__(self, styles: Styles, code: Code | None = None) -> None:
        self.styles = styles
        self.code = code

    def read(self, paragraph: _Element, style: Style) -> Words:
        """Words of a paragraph of a given style."""
        words = Words()
        bold = plain = 0
        pieces = []
        for run, properties in self._runs(paragraph, words):
            text, is_bold = self._run(run, properties, style, words)
            pieces.append(text)
            weight = len(text.strip())
            bold, plain = (bold + weight, plain) if is_bold else (bold, plain + weight)
        words.text = "".join(pieces)
        words.bold = bold > 0 and plain <= bold // 4
        return words

    def _runs(self, parent: _Element, words: Words) -> Iterator[tuple[_Element, _Element | None]]:
        for child in parent:
            if child.tag in DELETED:
                words.skipped.append(("đoạn đã xóa (theo dõi thay đổi)", "deleted"))
            elif child.tag == W + "r":
                yield child, child.find(W + "rPr")
            elif child.tag in _CONTAINERS:
                yield from self._runs(child, words)
            elif child.tag == MC + "AlternateContent":
                yield from self._runs(_chosen(child), words)

    def _run(self, run: _Element, properties: _Element | None, style: Style, words: Words) -> tuple[str, bool]:
        character = value(properties, "rStyle")
        own = self.styles.get(character) if character else None
        is_bold = is_on(properties, "b") if properties is not None and properties.find(W + "b") is not None else (
            style.bold or bool(own and own.bold))  # fmt: skip
        text = "".join(self._pieces(run, words))
        if is_on(properties, "vanish") or style.hidden or (own and own.hidden):
            if text.strip():
                words.skipped.append(("chữ ẩn", "hidden"))
            return "", False
        return self._decode(text, font(properties) or (own and own.font) or style.font, words), is_bold

    def _decode(self, text: str, name: str | None, words: Words) -> str:
        code, capitals = font_code(name)
        code = code or self.code
        if not code:
            return text
        read = convert(text, code, capitals=capitals)
        words.legacy += read != text
        return read

    def _pieces(self, run: _Element, words: Words) -> Iterator[str]:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                yield child.text or ""
            elif tag == W + "br" and child.get(W + "type") in ("page", "column"):
                words.page_breaks += child.get(W + "type") == "page"
                yield " "
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == W + "lastRenderedPageBreak":
                words.page_breaks += 1
            else:
                yield from self._other(child, words)

    def _other(self, child: _Element, words: Words) -> Iterator[str]:
        if child.tag == W + "sym":
            code = int(child.get(W + "char") or "20", 16)
            yield chr(code)
        elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
            words.notes.append((child.tag[len(W) :][:-9], child.get(W + "id") or ""))
        elif child.tag == MC + "AlternateContent":
            yield from self._pieces(_chosen(child), words)
        elif child.tag in (W + "drawing", W + "pict", W + "object"):
            self._drawing(child, words)

    def _drawing(self, drawing: _Element, words: Words) -> None:
        boxes = [box for box in drawing.iter(W + "txbxContent") if _outermost(box, drawing)]
        words.boxes.extend(boxes)
        if not boxes:
            words.skipped.append(("hình vẽ", "picture"))


def _chosen(alternate: _Element) -> _Element:
    """The branch that Word shows; the other holds the same text for old programs."""
    choice = alternate.find(MC + "Choice")
    if choice is None:
        choice = alternate.find(MC + "Fallback")
    return choice if choice is not None else alternate


def _outermost(box: _Element, top: _Element) -> bool:
    parent = box.getparent()
    while parent is not None and parent is not top:
        if parent.tag in (W + "txbxContent", MC + "Fallback"):
            return False
        parent = parent.getparent()
    return True
