"""Read the head and the foot of a document."""

from __future__ import annotations

import re

from camket.io.metadata.dates import PLACE_LINE, find_date
from camket.io.metadata.foot import find_signers
from camket.io.metadata.lines import head_lines, is_caps
from camket.records import Block, Document, Metadata
from camket.text.labels import parse_label
from camket.text.resources import load_toml

# Legal bases stand among the first blocks.
BASES = 60
_NUMBER_LINE = re.compile(r"^\W*Số\s*:?\s*(?P<number>[\d.…_ ]*\s*[-/–]\s*[A-ZĐ][\w./\-–]*)")
_NATION = re.compile(r"CỘNG H[OÒ][ÀA] XÃ HỘI|^ĐỘC LẬP|Độc lập|ĐẢNG CỘNG SẢN VIỆT NAM|^[-_—–*\s]+$", re.IGNORECASE)
# The subject of an official letter, which has no title.
_SUBJECT = re.compile(r"^\W*V/v:?\s*(?P<subject>.+)", re.IGNORECASE)
_ADDRESSEE = re.compile(r"^\W*Kính gửi\s*:?\s*(?P<rest>.*)$", re.IGNORECASE)
_BASIS = re.compile(r"^\W*Căn cứ\b", re.IGNORECASE)


def find_metadata(document: Document) -> Metadata:
    """Metadata of a document as read.

    Examples
    --------
    >>> lines = ("UBND HUYỆN LỆ SƠN", "ỦY BAN NHÂN DÂN XÃ HẢI PHÚ", "Số: 15/KH-UBND",
    ...          "Hải Phú, ngày 05 tháng 01 năm 2024", "KẾ HOẠCH", "Thực hiện cam kết năm 2024")
    >>> found = find_metadata(Document("a.txt", tuple(Block(line, "paragraph") for line in lines)))
    >>> found.issuer, found.superior, found.number, found.type
    ('ỦY BAN NHÂN DÂN XÃ HẢI PHÚ', 'UBND HUYỆN LỆ SƠN', '15/KH-UBND', 'KẾ HOẠCH')
    """
    head = head_lines(document)
    texts = [block.text for block in head]
    day, place = find_date(_dated_lines(document, texts))
    superior, issuer = _bodies(texts)
    kind, title = _title(head)
    bases = tuple(b.text for b in document.blocks[:BASES] if b.kind != "table_row" and _BASIS.match(b.text))
    return Metadata(issuer, superior, _number(texts), place, day, kind, title, _addressees(document.blocks),
                    find_signers(document.blocks), bases)  # fmt: skip


def _dated_lines(document: Document, head: list[str]) -> list[str]:
    tail = [block.text for block in document.blocks[-40:] if block.kind != "table_row"]
    return [*head, *tail]


def _number(lines: list[str]) -> str | None:
    for line in lines:
        match = _NUMBER_LINE.match(line)
        if match:
            return re.sub(r"\s+", "", match["number"]).strip("_….")
    return None


def _bodies(lines: list[str]) -> tuple[str | None, str | None]:
    """Superior and issuing body: the lines in capitals before number, date and title."""
    found: list[str] = []
    for line in lines[:10]:
        if _NATION.search(line):
            continue
        if _NUMBER_LINE.match(line) or PLACE_LINE.match(line) or _type_of(line) or len(line) > 90:
            break
        if is_caps(line):
            found.append(line.strip(" *-_"))
    if not found or not _is_body(found):
        return None, None
    return (found[0], " ".join(found[1:])) if len(found) > 1 else (None, found[0])


def _is_body(lines: list[str]) -> bool:
    words = load_toml("io_document.toml")["bodies"]
    return any(re.search(rf"\b(?:{'|'.join(words)})\b", line, re.IGNORECASE) for line in lines)


def _type_of(line: str) -> str | None:
    types = "|".join(sorted(load_toml("io_document.toml")["types"], key=len, reverse=True))
    match = re.match(rf"^\W*(?P<type>{types})\b", line, re.IGNORECASE)
    return match["type"] if match and (is_caps(match["type"]) or is_caps(line)) else None


def _title(head: list[Block]) -> tuple[str | None, str | None]:
    for index, block in enumerate(head):
        kind = _type_of(block.text)
        if not kind:
            continue
        rest = [block.text[len(kind) :].strip(" :-–")] if len(block.text) > len(kind) + 2 else []
        for following in head[index + 1 : index + 4]:
            if not _is_title_line(following, bool(rest)):
                break
            rest.append(following.text)
        return kind, " ".join(part for part in rest if part) or _subject(head)
    return None, _subject(head) or next((b.text for b in head[:3] if _is_headline(b)), None)


def _subject(head: list[Block]) -> str | None:
    return next((found["subject"] for block in head if (found := _SUBJECT.match(block.text))), None)


def _is_headline(block: Block) -> bool:
    """A title without the name of a type: a line of its own without a full stop, not the first item of a list."""
    text = block.text
    plain = not block.label and not parse_label(text) and not re.search(r"[.;:,!?…]$", text)
    return plain and len(text) < 200 and (is_caps(text) or block.bold or block.centred or len(text.split()) > 7)


def _is_title_line(block: Block, begun: bool) -> bool:
    """Whether a line belongs to the title; one that begins with a year does, one with a number is an item."""
    text = block.text
    other = (_BASIS.match, _ADDRESSEE.match, _NUMBER_LINE.match, PLACE_LINE.match, _NATION.search)
    stops = block.label or text.startswith("(") or text.endswith((":", ";")) or any(find(text) for find in other)
    looks = block.bold or block.centred or is_caps(text) or not begun
    return not stops and looks and len(text) < 250 and not re.match(r"^[IVX]+[.\-]|^\d(?!\d{3}\b)", text)


def _addressees(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    for index, block in enumerate(blocks[:40]):
        match = _ADDRESSEE.match(block.text)
        if match and match["rest"].strip():
            return (match["rest"].strip(" .;"),)
        if match:
            following = blocks[index + 1 : index + 12]
            count = next((i for i, b in enumerate(following) if not (b.label == "-" or b.text.startswith("-"))), 0)
            return tuple(b.text.lstrip("- ").strip(" .;") for b in following[:count])
    return ()
