"""Show what was read of a file, so that a doubter can check it against the file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from camket.items import detect_kind
from camket.records import Block, Document, Inherited, Item, Position
from camket.text.resources import load_toml

_PLACES = (("sheet", "trang tính {}"), ("page", "tr. {}"), ("table", "bảng {}"), ("row", "dòng {}"),
           ("paragraph", "đoạn {}"), ("line", "dòng {}"))  # fmt: skip


def reading_text(document: Document, items: Sequence[Item]) -> str:
    """What was read, for the terminal: facts, structure with the items marked, repairs, what was skipped.

    Examples
    --------
    >>> from camket.items import split
    >>> document = Document("a.txt", (Block("KẾ HOẠCH", "paragraph"), Block("1. Trồng 5 ha rừng.", "paragraph")))
    >>> print(reading_text(document, split(document)).splitlines()[-1])
          [0001] Trồng 5 ha rừng.
    """
    lines = [f"{name}: {value}" for name, value in _facts(document, items)]
    lines += ["", "Cấu trúc và các mục tìm thấy:"]
    for block, found in _by_block(document, items):
        mark = "#" if block.kind == "heading" or block.is_table_header else " "
        lines.append(f"  {mark} {_shown(block)}  ({place(block.position)})".replace("  ()", ""))
        lines += [f"      [{item.id}] {_item_line(item)}" for item in found]
    return "\n".join(lines)


def reading_json(document: Document, items: Sequence[Item]) -> str:
    """The same as JSON: ``document``, ``kind`` and ``items`` with their place in the original text."""
    from camket.convert import to_dict

    data = {"schema": 1, "kind": detect_kind(document), "document": to_dict(document),
            "items": [to_dict(item) for item in items]}  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2)


def reading_html(document: Document, items: Sequence[Item]) -> str:
    """The same as a page of its own, without scripts and outside links."""
    facts = "".join(f"<tr><th>{escape(n)}</th><td>{escape(v)}</td></tr>" for n, v in _facts(document, items))
    body = "".join(_html_block(block, found) for block, found in _by_block(document, items))
    return _PAGE.format(title=escape(document.name), facts=facts, body=body)


def place(position: Position) -> str:
    """A position in words.

    Examples
    --------
    >>> place(Position(page=2, table=1, row=3))
    'tr. 2, bảng 1, dòng 3'
    """
    values = ((form, getattr(position, field)) for field, form in _PLACES)
    return ", ".join(form.format(value) for form, value in values if value is not None)


def _facts(document: Document, items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    words = load_toml("io_reading.toml")
    yield "Tệp", f"{document.name} ({document.format})"
    yield "Loại nội dung", words["kinds"][detect_kind(document)]
    for field, name in words["metadata"].items():
        value = getattr(document.metadata, field)
        if value:
            yield name, "; ".join(v.rstrip(" ;,.") for v in value) if isinstance(value, tuple) else _plain(value)
    yield "Số khối, số mục", f"{len(document.blocks)}, {len(items)}"
    for kind, count in document.repairs:
        if count:
            yield "Đã sửa", f"{words['repairs'].get(kind, kind)}: {count}"
    for what, _ in document.skipped:
        yield "Bỏ qua", what
    for warning in document.warnings:
        yield "Lưu ý", warning


def _plain(value: Any) -> str:
    return f"{value.day}/{value.month}/{value.year}" if hasattr(value, "year") else str(value)


def _by_block(document: Document, items: Sequence[Item]) -> Iterator[tuple[Block, list[Item]]]:
    found: dict[int | None, list[Item]] = {}
    for item in items:
        found.setdefault(item.block, []).append(item)
    for index, block in enumerate(document.blocks):
        yield block, found.get(index, [])


def _shown(block: Block) -> str:
    return f"{block.label} {block.text}".strip()


def _item_line(item: Item) -> str:
    return "  ".join([item.text, *_details(item)])


def _details(item: Item) -> Iterator[str]:
    words = load_toml("io_reading.toml")
    if item.section:
        yield f"<{words['sections'].get(item.section, item.section)}>"
    for name, value in (("trách nhiệm", item.owner), ("thời kỳ", item.period)):
        if value:
            yield f"<{name}: {_inherited(value)}>"


def _inherited(value: Inherited) -> str:
    return f"{value.value}, theo {load_toml('io_reading.toml')['sources'].get(value.source, value.source)}"


def _html_block(block: Block, items: Sequence[Item]) -> str:
    found = "".join(
        f"<li><b>{escape(item.id)}</b> {escape(item.text)} <small>{escape('  '.join(_details(item)))}</small></li>"
        for item in items
    )
    kind = "h" if block.kind == "heading" or block.is_table_header else "p"
    where = f"<small>{escape(place(block.position))}</small>"
    return f"<div class='{kind}'>{escape(_shown(block))} {where}{f'<ul>{found}</ul>' if found else ''}</div>"


_PAGE = (
    "<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><title>{title}</title><style>"
    "body{{font:15px/1.5 'Times New Roman',serif;max-width:60em;margin:2em auto;padding:0 1em}}th{{text-align:left;"
    "vertical-align:top;padding-right:1em}}.h{{font-weight:bold;margin-top:.8em}}.p{{margin:.3em 0}}"
    "ul{{background:#f3f7e9;border-left:3px solid #009E73;margin:.2em 0;padding:.3em 2em}}small{{color:#555}}"
    "</style></head><body><h1>{title}</h1><table>{facts}</table>{body}</body></html>"
)
