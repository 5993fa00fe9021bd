"""Tell the body of a document from its head, its signatures and its list of recipients."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.io.metadata.dates import find_as_of
from camket.io.metadata.lines import is_caps
from camket.io.metadata.offices import is_office
from camket.io.metadata.signatures import signature_rows
from camket.items.entries import Entry, is_annex, is_formal, make_entry
from camket.records import Block, Document

_BASIS = re.compile(r"^\W*(?:căn cứ|theo đề nghị của|xét (?:đề nghị|tờ trình))\b", re.IGNORECASE)
_RECIPIENTS = re.compile(r"^\W*(?:n[oơ]i nhận|nơi gửi)\b", re.IGNORECASE)
_ADDRESSEE = re.compile(r"^\W*Kính gửi", re.IGNORECASE)
HEAD = 40
PREAMBLE = 12


def body(document: Document) -> Iterator[Entry]:
    """Entries of a document that may hold headings and items."""
    blocks = document.blocks
    foot = False
    signatures = signature_rows(blocks)
    for index in range(_first(document), len(blocks)):
        block = blocks[index]
        if block.kind in ("header", "footer") or index in signatures:
            continue
        if _starts_annex(block) or block.kind == "table_row":
            foot = False
        elif _RECIPIENTS.match(block.text) or _is_signature(blocks, index):
            foot = True
        if not foot and not _is_form(block, document):
            yield make_entry(index, block)


def preamble(document: Document) -> list[str]:
    """Texts before the first labelled line: who speaks, and to whom."""
    texts = []
    first = _first(document)
    for index, block in enumerate(document.blocks[first : first + PREAMBLE], first):
        entry = make_entry(index, block)
        if block.kind == "table_row" or (entry.style and not entry.style.startswith("bullet")):
            break
        texts.append(entry.text)
    return texts


def _first(document: Document) -> int:
    """Index of the first block behind the title."""
    metadata = document.metadata
    title = metadata.title or ""
    for index, block in enumerate(document.blocks[:HEAD]):
        if metadata.type and block.text.lower().startswith(metadata.type.lower()) and block.kind != "table_row":
            following = (i for i in range(index + 1, len(document.blocks)) if not _in(document.blocks[i].text, title))
            return next(following, len(document.blocks))
    return 0


def _in(line: str, title: str) -> bool:
    return bool(line) and line in title


def _is_form(block: Block, document: Document) -> bool:
    if block.kind == "table_row":
        return False
    text = block.text
    metadata = document.metadata
    own = {metadata.title, metadata.issuer, metadata.superior, *metadata.addressees}
    known = text in own or text.lstrip("- ").rstrip(" .;") in own
    formal = is_formal(text) or is_office(text) or _is_stamp(text) or find_as_of([text]) is not None
    return known or formal or bool(_BASIS.match(text) or _ADDRESSEE.match(text))


def _is_stamp(text: str) -> bool:
    return bool(re.match(r"^\W*(?:ngày )?(?:cập nhật|đăng)\b.{0,6}\d", text, re.IGNORECASE)
                or re.match(r"^\W*Số\s*:?\s*[\d…._ ]*[-/]\s*[A-ZĐ]", text)
                or re.match(r"^[^,]{2,40}, ngày\s*[\d….]+\s*tháng", text)
                or re.match(r"^CỘNG H[OÒ]A|^Độc lập|^ĐẢNG CỘNG SẢN VIỆT NAM$", text))  # fmt: skip


def _is_signature(blocks: tuple[Block, ...], index: int) -> bool:
    """A line of office in the last part of a document or before an annex, not followed by running text."""
    text = blocks[index].text
    if not is_office(text) or index < len(blocks) // 3:
        return False
    following = blocks[index + 1 : index + 3]
    return all(len(b.text) < 60 for b in following)


def _starts_annex(block: Block) -> bool:
    return (is_caps(block.text) or block.centred) and is_annex(block.text)
