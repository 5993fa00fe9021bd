"""Walk the body of a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from camket.io.archive import Package
from camket.io.builder import Builder
from camket.io.docx.comments import Comments
from camket.io.docx.names import MC, R, W, number, value
from camket.io.docx.numbering import Numbering
from camket.io.docx.parts import Parts
from camket.io.docx.runs import DELETED, RunReader, Words
from camket.io.docx.styles import Style, Styles, font
from camket.io.docx.tables import Grid, is_layout
from camket.io.limits import LIMITS, Limits
from camket.records import Document, Position
from camket.text.legacy import detect, font_code
from camket.text.legacy.convert import Code

if TYPE_CHECKING:
    from lxml.etree import _Element

# Elements by paragraph number, table number and row number of a position.
Places = dict[tuple[int | None, int | None, int | None], "list[_Element]"]
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}


def read_docx(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a Word file (.docx, .docm, .dotx).

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for the record.
    limits : Limits
        Caps.

    Raises
    ------
    ReadError
        "corrupt", "unpacks_too_large", "too_many_cells", "too_long".
    """
    return _Reader(Parts(Package(data, limits, "Word")), limits).read(name)


def find_places(data: bytes, limits: Limits = LIMITS) -> tuple[_Element, Places]:
    """Root of the main part, and the paragraph or the cells that each position of :func:`read_docx` names."""
    reader = _Reader(Parts(Package(data, limits, "Word")), limits)
    reader.read("")
    return reader.root, reader.places


class _Reader:
    def __init__(self, parts: Parts, limits: Limits) -> None:
        self.parts = parts
        self.builder = Builder(limits)
        self.styles = Styles(parts.one("styles"))
        self.numbering = Numbering(parts.one("numbering"))
        self.limits = limits
        self.root = parts.document()
        self.runs = RunReader(self.styles, self._document_code())
        self.comments = Comments(parts.one("comments"))
        self.places: Places = {}
        self.notes: list[tuple[str, str]] = []
        self.paragraphs = self.tables = 0
        self.page = 1
        self.carried = ""
        self.in_layout = False

    def read(self, name: str) -> Document:
        body = self.root.find(W + "body")
        self._margins("headerReference", "header")
        if body is not None:
            self._walk(body)
        self._footnotes()
        self._margins("footerReference", "footer")
        return replace(self.builder.document(name, "docx"), comments=tuple(self.comments.found))

    def _document_code(self) -> Code | None:
        """Legacy code of the whole document; None where the fonts tell it run by run."""
        named = {font(run) for run in self.root.iter(W + "rPr")} | self.styles.fonts()
        return None if any(font_code(name)[0] for name in named) else detect(_sample(self.root))

    def _walk(self, parent: _Element, depth: int = 0) -> None:
        if depth > self.limits.depth:
            self.builder.skip("phần lồng quá sâu", "depth")
            return
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child, depth)
            elif child.tag in _WRAPPERS:
                self._walk(child, depth + 1)
            elif child.tag == MC + "AlternateContent":
                self._walk(child.find(MC + "Choice") if child.find(MC + "Choice") is not None else child, depth + 1)

    def _paragraph(self, paragraph: _Element, kind: str = "paragraph") -> None:
        words, fields, heading = self._words(paragraph)
        self._note(self._position(), [paragraph])
        if _mark_deleted(paragraph):
            self.carried += words.text
            return
        text, self.carried = self.carried + words.text, ""
        if kind == "paragraph":
            kind = "heading" if heading else "list_item" if fields["label"] else kind
        self.builder.paragraph(text, kind, lines=self.in_layout, position=self._position(), **fields)
        self._attachments(words)

    def _words(self, paragraph: _Element) -> tuple[Words, dict[str, Any], bool]:
        properties = paragraph.find(W + "pPr")
        style = self.styles.paragraph(properties)
        words = self.runs.read(paragraph, style)
        self.paragraphs += 1
        self._count(words)
        label, level = self._label(properties, style) if words.text.strip() else ("", None)
        justify = value(properties, "jc")
        outline = number(value(properties, "outlineLvl"))
        outline = style.outline if outline is None else outline
        heading = outline is not None and outline < 9
        fields = {"label": label, "level": outline if heading else level, "bold": words.bold,
                  "centred": justify == "center" if justify else style.centred}  # fmt: skip
        return words, fields, heading

    def _label(self, properties: _Element | None, style: Style) -> tuple[str, int | None]:
        numbering = properties.find(W + "numPr") if properties is not None else None
        tied = self.numbering.level_of_style(value(properties, "pStyle") or self.styles.default_paragraph)
        identifier = value(numbering, "numId") or style.numbering or (tied[0] if tied else None)
        level = number(value(numbering, "ilvl"))
        if level is None:
            level = tied[1] if tied else style.level or 0
        if identifier in (None, "0"):
            return "", None
        return self.numbering.label(identifier or "", level), level

    def _count(self, words: Words) -> None:
        self.page += words.page_breaks
        self.builder.repairs["legacy"] += words.legacy
        for what, reason in words.skipped:
            self.builder.skip(what, reason)

    def _attachments(self, words: Words) -> None:
        self.notes.extend(words.notes)
        for box in words.boxes:
            self._walk(box, 1)

    def _table(self, table: _Element, depth: int) -> None:
        self.tables += 1
        if depth > self.limits.depth:
            self.builder.skip("bảng lồng quá sâu", "depth")
        elif is_layout(table):
            self._layout(table, depth)
        else:
            self._rows(table, self.tables, depth)

    def _layout(self, table: _Element, depth: int) -> None:
        """Cells side by side, read one after the other."""
        outside, self.in_layout = self.in_layout, True
        for cell in table.iter(W + "tc"):
            if cell.getparent().getparent() is table:
                self._walk(cell, depth + 1)
        self.in_layout = outside

    def _rows(self, table: _Element, index: int, depth: int) -> None:
        grid = Grid(table)
        for row in grid.rows():
            inner: list[_Element] = []
            pending: list[Words] = []
            self._note(Position(table=index, row=row.number), [cell for cell in row.cells if cell is not None])
            cells = [self._cell(cell, inner, pending) if cell is not None else "" for cell in row.cells]
            self.builder.row(cells, merged=row.merged, is_table_header=row.is_header,
                             position=Position(table=index, row=row.number, page=self.page))  # fmt: skip
            for words in pending:
                self._attachments(words)
            for nested in inner:
                self._table(nested, depth + 1)

    def _cell(self, cell: _Element, inner: list[_Element], pending: list[Words]) -> str:
        lines = []
        for child in _blocks(cell):
            if child.tag == W + "tbl":
                inner.append(child)
                continue
            words, fields, _ = self._words(child)
            pending.append(words)
            lines.append(f"{fields['label']} {words.text}".strip())
        return "\n".join(line for line in lines if line)

    def _footnotes(self) -> None:
        roots = {kind: self.parts.one(kind + "s") for kind in ("footnote", "endnote")}
        for kind, identifier in self.notes:
            root = roots[kind]
            for note in root.findall(W + kind) if root is not None else ():
                if note.get(W + "id") == identifier:
                    for paragraph in note.iter(W + "p"):
                        self._paragraph(paragraph, "footnote")

    def _margins(self, reference: str, kind: str) -> None:
        seen = set()
        for element in self.root.iter(W + reference):
            part = self.parts.by_id(element.get(R + "id"))
            text = "".join(part.itertext()).strip() if part is not None else ""
            if part is None or text in seen:
                continue
            seen.add(text)
            for paragraph in part.iter(W + "p"):
                self._paragraph(paragraph, kind)

    def _note(self, position: Position, elements: list[_Element]) -> None:
        self.places[position.paragraph, position.table, position.row] = elements
        for element in elements:
            self.comments.note(element, position)

    def _position(self) -> Position:
        return Position(paragraph=self.paragraphs, page=self.page)


def _mark_deleted(paragraph: _Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in DELETED)


def _blocks(cell: _Element) -> Iterator[_Element]:
    for child in cell:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _sample(root: _Element, size: int = 20_000) -> str:
    pieces, length = [], 0
    for text in root.iter(W + "t"):
        pieces.append(text.text or "")
        length += len(pieces[-1])
        if length > size:
            break
    return " ".join(pieces)
