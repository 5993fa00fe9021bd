"""Blocks with their label told apart from their text, typed or automatic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from camket.records import Block
from camket.text.labels import parse_label
from camket.text.resources import load_toml


@dataclass(frozen=True, slots=True)
class Entry:
    """A block and its label: ``start`` is where the text behind a typed label begins, ``style`` the kind of label."""

    index: int
    block: Block
    label: str = ""
    style: str = ""
    start: int = 0

    @property
    def text(self) -> str:
        """The words without the label."""
        return self.block.text[self.start :]


def make_entry(index: int, block: Block) -> Entry:
    """Entry of a block.

    Examples
    --------
    >>> entry = make_entry(0, Block("đ) Nợ đọng", "paragraph"))
    >>> entry.label, entry.style, entry.text
    ('đ)', 'letter', 'Nợ đọng')
    """
    if block.kind == "table_row":
        return Entry(index, block)
    if block.label:
        found = parse_label(block.label + " ")
        style = _style(found.style, block.label) if found else "auto"
        return Entry(index, block, block.label, style)
    found = parse_label(block.text)
    if not found or found.style == "named":
        return Entry(index, block, style="named" if found else "")
    return Entry(index, block, found.text, _style(found.style, found.text), found.end)


def _style(style: str, label: str) -> str:
    """Labels of one level look alike: the depth of "1.1." and the sign of a bullet are part of the style."""
    if style == "decimal":
        return f"decimal{len(re.findall(r'[0-9IVXA-Z]+', label))}"
    if style == "bullet":
        return f"bullet{'-' if label in '-–—−' else label}"
    return style


def is_lead(text: str) -> bool:
    """Whether a text only introduces what follows.

    Examples
    --------
    >>> is_lead("UBND xã báo cáo như sau:"), is_lead("Thu đạt 95%: vượt kế hoạch.")
    (True, False)
    """
    endings = "|".join(load_toml("items_words.toml")["lead_endings"])
    return text.endswith(":") or bool(re.search(rf"\b(?:{endings})\s*[.;:]?$", text) and len(text) > 25)


def is_annex(text: str) -> bool:
    """Whether a line is the title of an annex ("PHỤ LỤC I", "Biểu số 02")."""
    words = "|".join(load_toml("items_words.toml")["annexes"])
    return bool(re.match(rf"^(?:{words})\b", text, re.IGNORECASE))


@cache
def is_formal(text: str) -> bool:
    """Whether a line belongs to the form of a document and holds no item."""
    return bool(_formal().fullmatch(text.strip()))


@cache
def _formal() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("items_words.toml")["formal"]), re.IGNORECASE)
