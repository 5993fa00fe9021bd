"""Plain text and Markdown in any encoding."""

from __future__ import annotations

import re
import unicodedata

from camket.io.builder import Builder
from camket.io.errors import ReadError
from camket.io.limits import LIMITS, Limits
from camket.io.unwrap import continues, right_edge
from camket.io.web.noise import drop_noise
from camket.records import Document, Position
from camket.text.encodings import decode
from camket.text.legacy import convert, detect

_HEADING = re.compile(r"(#{1,6})\s+")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$")
_RULE = re.compile(r"^[\s\-_=*.─—–]{3,}$")
# Lines of a paragraph that are looked back on.
RECALLED = 12
# Of a text, hardly any character is a control character or has no meaning; of other files, many are.
SAMPLE = 20_000
MOST_ODD = 0.02
# Letters before this one are Latin, the Vietnamese ones and the marks that combine with them among them.
LAST_LATIN = "\u1f00"
LEAST_LATIN = 0.6
_LAYOUT = frozenset("\t\n\r\f\v")


def read_text(data: bytes, name: str, limits: Limits = LIMITS, *, markdown: bool = False) -> Document:
    r"""Read a text file.

    Parameters
    ----------
    data : bytes
        The file, in any encoding.
    name : str
        Its name, for the record.
    limits : Limits
        Caps.
    markdown : bool
        Whether "#" begins headings and "|" tables.

    Examples
    --------
    >>> [b.text for b in read_text("I. Kết quả\n- Thu đạt 95%".encode(), "a.txt").blocks]
    ['I. Kết quả', '- Thu đạt 95%']
    """
    text, encoding = decode(data)
    if _is_binary(text[:SAMPLE], encoding):
        raise ReadError("not_text", name=name)
    code = detect(text) if encoding.startswith(("utf", "cp")) else None
    builder = Builder(limits)
    if encoding not in ("utf-8", "utf-16"):
        builder.repairs[encoding] += len(text)
    if code:
        text, builder.repairs[code] = convert(text, code), len(text)
    _Lines(builder, markdown).read(text)
    drop_noise(builder)
    return builder.document(name, "md" if markdown else "txt")


class _Lines:
    def __init__(self, builder: Builder, markdown: bool) -> None:
        self.builder = builder
        self.markdown = markdown
        self.paragraph: list[str] = []
        self.position = Position()
        self.table = self.row = 0
        self.edge = 0

    def read(self, text: str) -> None:
        offset = 0
        self.edge = right_edge([None if _parts(line) else line for line in text.splitlines()])
        for number, line in enumerate(text.splitlines(keepends=True), 1):
            self._line(line, number, offset)
            offset += len(line)
        self._flush()

    def _line(self, line: str, number: int, offset: int) -> None:
        heading = _HEADING.match(line) if self.markdown else None
        if not line.strip() or _RULE.match(line):
            self._flush()
            self.row = 0 if not line.strip() else self.row
        elif _is_row(line):
            self._flush()
            self._table_row(line, number, offset)
        elif heading:
            self._flush()
            self.builder.paragraph(_clean(line[heading.end() :]), "heading", level=len(heading[1]) - 1,
                                   position=Position(line=number, offset=offset + heading.end()))  # fmt: skip
        else:
            self._text(line, number, offset)

    def _text(self, line: str, number: int, offset: int) -> None:
        recalled = " ".join(self.paragraph[-RECALLED:])
        if self.paragraph and not continues(recalled, self.paragraph[-1], line, self.edge):
            self._flush()
        if not self.paragraph:
            self.position = Position(line=number, offset=offset)
        self.paragraph.append(line)

    def _table_row(self, line: str, number: int, offset: int) -> None:
        if _TABLE_RULE.match(line):
            return
        self.table += not self.row
        self.row += 1
        cells = [cell.strip() for cell in _bare(line).split("|")]
        self.builder.row(cells, position=Position(table=self.table, row=self.row, line=number, offset=offset))

    def _flush(self) -> None:
        if self.paragraph:
            text = "".join(self.paragraph)
            self.builder.paragraph(_clean(text) if self.markdown else text, whole=True, position=self.position)
            self.paragraph = []


def _parts(line: str) -> bool:
    """Whether a line parts the paragraphs around it."""
    return not line.strip() or bool(_RULE.match(line)) or _is_row(line)


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 or bool(re.search(r"\S \| \S", line))


def _bare(line: str) -> str:
    line = line.strip()
    return line[1:].removesuffix("|") if line.startswith("|") else line


def _clean(line: str) -> str:
    return _EMPHASIS.sub(r"\2", line)


def _is_binary(text: str, encoding: str) -> bool:
    odd = sum(c == "\ufffd" or (unicodedata.category(c) in ("Cc", "Cn", "Co") and c not in _LAYOUT) for c in text)
    # Any pair of bytes is a letter of UTF-16, but of chance ones hardly any is Latin.
    chance = encoding.startswith(("utf-16", "utf-32")) and _latin_share(text) < LEAST_LATIN
    return odd > MOST_ODD * len(text) or chance


def _latin_share(text: str) -> float:
    letters = [c for c in text if c.isalpha()]
    return sum(c < LAST_LATIN for c in letters) / len(letters) if letters else 1.0
