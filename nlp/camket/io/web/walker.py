"""Visit a page in document order and collect its paragraphs, lists and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from camket.io.builder import Builder
from camket.io.web.lists import Fields, first_number, inherited_fields
from camket.io.web.tables import is_layout, own_cells, table_rows
from camket.records import Position

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Below this depth only the text of a part is taken.
MAX_DEPTH = 120
_DROPPED = {
    "script", "style", "noscript", "template", "nav", "form", "button", "select", "option", "iframe", "svg", "canvas",
    "object", "embed", "head", "aside", "input", "textarea", "menu", "dialog",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "body",
    "blockquote", "pre", "dd", "dt", "dl", "figure", "figcaption", "center", "address", "td", "th", "tr", "header",
    "footer", "hr", "tbody", "thead", "tfoot", "details", "summary", "caption", "html",
}  # fmt: skip
# Names that sites give to what stands around an article.
_NOISE_NAMES = re.compile(
    r"\b(?:menu|navbar|nav|breadcrumb|sidebar|footer|comments?|captcha|share|social|banner|advert|ads|related|tags?"
    r"|cookie|popup|login|search)\b|-(?:menu|nav|comments?|share|sidebar)",
    re.IGNORECASE,
)
_WHOLE = ("body", "html", "main", "article")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Walker:
    """Visits a page, without recursion into arbitrary depth.

    Parameters
    ----------
    builder : Builder
        Takes what is found.
    root : LexborNode
        Root of the page.
    """

    def __init__(self, builder: Builder, root: LexborNode) -> None:
        self.builder = builder
        self.root = root
        self.inline: list[str] = []
        self.bold = self.plain = 0
        self.paragraphs = self.tables = 0
        self.in_layout = False

    def walk(self) -> None:
        """Collect the whole page."""
        self._visit(self.root, 0, {})
        self._flush({})

    def _visit(self, node: LexborNode, depth: int, fields: Fields) -> None:
        if depth > MAX_DEPTH:
            self.inline.append(node.text(separator=" "))
            return
        child = node.child
        counter = first_number(node)
        while child is not None:
            if child.tag == "li":
                counter += 1
            self._child(child, depth, fields, counter)
            child = child.next

    def _child(self, child: LexborNode, depth: int, fields: Fields, counter: int) -> None:
        tag = child.tag
        if tag == "-text":
            self._text(child.text_content or "", fields)
        elif tag == "br":
            self.inline.append("\n")
        elif tag == "table":
            self._flush(fields)
            self._table(child, depth)
        elif tag in _BLOCKS:
            self._block(child, depth, fields, counter)
        elif tag and tag[0] not in "-!" and not self._dropped(child):
            self._visit(child, depth + 1, {**fields, "bold": True} if tag in ("b", "strong") else fields)

    def _block(self, child: LexborNode, depth: int, fields: Fields, counter: int) -> None:
        self._flush(fields)
        if self._dropped(child):
            return
        inner = inherited_fields(child, fields, counter)
        self._visit(child, depth + 1, inner)
        self._flush(inner)

    def _dropped(self, node: LexborNode) -> bool:
        attributes = node.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('role') or ''}"
        noise = node.tag in _DROPPED or (node.tag not in _WHOLE and _NOISE_NAMES.search(names))
        if noise and node.tag != "head":
            self.builder.skip("phần của trang mạng (trình đơn, biểu mẫu, quảng cáo)", "web")
        return bool(noise or "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""))

    def _text(self, text: str, fields: Fields) -> None:
        self.inline.append(re.sub(r"\s+", " ", text))
        if fields.get("bold"):
            self.bold += len(text.strip())
        else:
            self.plain += len(text.strip())

    def _flush(self, fields: Fields) -> None:
        text = "".join(self.inline)
        if text.strip():
            self.paragraphs += 1
            label = fields.get("label", "")
            kind = "heading" if "heading" in fields else "list_item" if label else "paragraph"
            self.builder.paragraph(text, kind, lines=self.in_layout, label=label,
                                   level=fields.get("heading", fields.get("level")),
                                   bold=self.bold > self.plain, centred=fields.get("centred", False),
                                   position=Position(paragraph=self.paragraphs))  # fmt: skip
            fields["label"] = ""
        self.inline, self.bold, self.plain = [], 0, 0

    def _table(self, table: LexborNode, depth: int) -> None:
        if is_layout(table):
            self._layout(table, depth)
            return
        self.tables += 1
        for number, (cells, merged, header) in enumerate(table_rows(table), 1):
            self.builder.row(cells, merged=merged, is_table_header=header,
                             position=Position(table=self.tables, row=number))  # fmt: skip

    def _layout(self, table: LexborNode, depth: int) -> None:
        """Cells side by side, read one after the other."""
        outside, self.in_layout = self.in_layout, True
        for cell in own_cells(table):
            self._visit(cell, depth + 1, {})
            self._flush({})
        self.in_layout = outside
