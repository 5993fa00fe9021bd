"""Saved web pages: the text with its lists and tables, without menus and advertisements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from camket.io.builder import Builder
from camket.io.limits import LIMITS, Limits
from camket.io.web_noise import drop_noise
from camket.records import Document, Position
from camket.text.encodings import decode
from camket.text.legacy import convert, detect

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Below this depth only the text of a part is taken.
MAX_DEPTH = 120
_DROPPED = {"script", "style", "noscript", "template", "nav", "form", "button", "select", "option", "iframe", "svg",
            "canvas", "object", "embed", "head", "aside", "input", "textarea", "menu", "dialog"}  # fmt: skip
_BLOCKS = {"p", "div", "section", "article", "main", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "body",
           "blockquote", "pre", "dd", "dt", "dl", "figure", "figcaption", "center", "address", "td", "th", "tr", "header",
           "footer", "hr", "tbody", "thead", "tfoot", "details", "summary", "caption", "html"}  # fmt: skip
_NOISE_NAMES = re.compile(r"\b(menu|navbar|nav|breadcrumb|sidebar|footer|comments?|captcha|share|social|banner|advert|ads|"
                          r"related|tags?|cookie|popup|login|search)\b|-(menu|nav|comments?|share|sidebar)", re.IGNORECASE)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_html(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a saved web page.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for the record.
    limits : Limits
        Caps.

    Examples
    --------
    >>> page = "<body><nav>Trang chủ</nav><ol><li>Thu đạt 95%<li>Chi đạt 90%</ol></body>"
    >>> [(b.label, b.text) for b in read_html(page.encode(), "a.html").blocks]
    [('1.', 'Thu đạt 95%'), ('2.', 'Chi đạt 90%')]
    """
    from selectolax.lexbor import LexborHTMLParser

    builder = Builder(limits)
    text = _decode(data)
    root = LexborHTMLParser(text).root
    if root is not None:
        _Walker(builder, root).walk()
    drop_noise(builder)
    return builder.document(name, "html")


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:2000])
    text, encoding = decode(data)
    if declared and encoding.startswith("cp"):
        try:
            text = data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    code = detect(re.sub(r"<[^>]*>", " ", text[:60_000]))
    return convert(text, code) if code else text


class _Walker:
    """Visits a page in document order without recursion into arbitrary depth."""

    def __init__(self, builder: Builder, root: LexborNode) -> None:
        self.builder = builder
        self.root = root
        self.inline: list[str] = []
        self.bold = self.plain = 0
        self.paragraphs = self.tables = 0

    def walk(self) -> None:
        self._visit(self.root, 0, {})
        self._flush({})

    def _visit(self, node: LexborNode, depth: int, fields: dict) -> None:
        if depth > MAX_DEPTH:
            self.inline.append(node.text(separator=" "))
            return
        child = node.child
        counter = _start(node)
        while child is not None:
            if child.tag == "li":
                counter += 1
            self._child(child, depth, fields, counter)
            child = child.next

    def _child(self, child: LexborNode, depth: int, fields: dict, counter: int) -> None:
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

    def _block(self, child: LexborNode, depth: int, fields: dict, counter: int) -> None:
        self._flush(fields)
        if self._dropped(child):
            return
        inner = _fields(child, fields, counter)
        self._visit(child, depth + 1, inner)
        self._flush(inner)

    def _dropped(self, node: LexborNode) -> bool:
        attributes = node.attributes
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('role') or ''}"
        noise = node.tag in _DROPPED or (node.tag not in ("body", "html", "main", "article") and _NOISE_NAMES.search(names))
        if noise and node.tag != "head":
            self.builder.skip("phần của trang mạng (trình đơn, biểu mẫu, quảng cáo)", "web")
        return bool(noise or "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""))

    def _text(self, text: str, fields: dict) -> None:
        self.inline.append(re.sub(r"\s+", " ", text))
        if fields.get("bold"):
            self.bold += len(text.strip())
        else:
            self.plain += len(text.strip())

    def _flush(self, fields: dict) -> None:
        text = "".join(self.inline)
        if text.strip():
            self.paragraphs += 1
            kind = "heading" if "heading" in fields else "list_item" if fields.get("label") else "paragraph"
            level = fields.get("heading", fields.get("level"))
            self.builder.paragraph(text, kind, label=fields.get("label", ""), level=level, bold=self.bold > self.plain,
                                   centred=fields.get("centred", False), position=Position(paragraph=self.paragraphs))  # fmt: skip
            fields["label"] = ""
        self.inline, self.bold, self.plain = [], 0, 0

    def _table(self, table: LexborNode, depth: int) -> None:
        from camket.io.web_tables import is_layout, own_cells, table_rows

        if is_layout(table):
            for cell in own_cells(table):
                self._visit(cell, depth + 1, {})
                self._flush({})
            return
        self.tables += 1
        for number, (cells, merged, header) in enumerate(table_rows(table), 1):
            self.builder.row(cells, merged=merged, is_table_header=header,
                             position=Position(table=self.tables, row=number))  # fmt: skip


def _start(node: LexborNode) -> int:
    start = node.attributes.get("start") if node.tag == "ol" else None
    return int(start) - 1 if start and start.lstrip("-").isdigit() else 0


def _fields(node: LexborNode, fields: dict, counter: int) -> dict:
    inner = {key: fields[key] for key in ("centred", "level", "label", "bold") if key in fields}
    if node.tag == "li":
        inner["label"] = _label(node, counter)
        inner["level"] = fields.get("level", -1) + 1
    elif len(node.tag or "") == 2 and node.tag[0] == "h" and node.tag[1].isdigit():
        inner["heading"] = int(node.tag[1]) - 1
    if "center" in (node.attributes.get("style") or "") or node.attributes.get("align") == "center" or node.tag == "center":
        inner["centred"] = True
    return inner


def _label(item: LexborNode, counter: int) -> str:
    from camket.io.docx import counting

    parent = item.parent
    if parent is None or parent.tag != "ol":
        return "-"
    kind = parent.attributes.get("type") or "1"
    value = item.attributes.get("value")
    counter = int(value) if value and value.isdigit() else counter
    write = {"a": counting.letters, "A": lambda n: counting.letters(n).upper(), "i": counting.roman,
             "I": lambda n: counting.roman(n).upper()}.get(kind, str)  # fmt: skip
    return f"{write(counter)}{')' if kind == 'a' else '.'}"
