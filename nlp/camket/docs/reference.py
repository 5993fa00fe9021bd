"""The page of a module: its docstring, then every public name."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from html import escape
from importlib import import_module
from typing import Any

from camket.docs.names import Name, members, names
from camket.docs.numpydoc import LISTS, SECTIONS, Docstring, parse

TITLES = {
    "Parameters": "Tham số", "Attributes": "Thuộc tính", "Returns": "Trả về", "Yields": "Lần lượt cho ra",
    "Raises": "Báo lỗi", "Examples": "Ví dụ", "Notes": "Ghi chú", "See Also": "Xem thêm", "References": "Nguồn",
}  # fmt: skip
_ROLE = re.compile(r":\w+:`~?(?:[^`<]*<)?([^`>]+)>?`")
_EMPHASIS = re.compile(r"(?<![\w*`])\*(\w[\w ]*)\*(?![\w*])")
_CODE = re.compile(r"``(.+?)``|`(.+?)`")


def module_page(module: str, title: str) -> str:
    """HTML of a module's page."""
    doc = parse(import_module(module).__doc__)
    parts = [f"<h1>{escape(title)}</h1><p><code>{escape(module)}</code></p>", docstring(doc)]
    parts += map(_name, names(module))
    return "".join(parts)


def _name(name: Name) -> str:
    word = "class" if inspect.isclass(name.value) else "def"
    line = f'<p class="vi">{escape(name.line)}</p>' if name.line else ""
    inner = "".join(map(_member, members(name.value))) if word == "class" else ""
    head = f'<h2 id="{name.name}"><code>{word} {escape(name.name)}{escape(signature(name.value))}</code></h2>'
    return f"<section>{head}{line}{docstring(parse(name.value.__doc__))}{inner}</section>"


def _member(member: tuple[str, Any]) -> str:
    name, value = member
    shown = name if isinstance(value, property) else name + signature(value)
    return f"<h3><code>.{escape(shown)}</code></h3>{docstring(parse(value.__doc__))}"


def signature(value: Any) -> str:
    """How a function or class is called; "" where Python can't tell.

    Examples
    --------
    >>> signature(lambda text, *, kind="report": text)
    "(text, *, kind='report')"
    """
    try:
        found = inspect.signature(value)
    except (TypeError, ValueError):
        return ""
    kept = [p.replace(annotation=p.empty) for p in found.parameters.values() if p.name not in ("self", "cls")]
    # A default that is an object of ours would show all its fields.
    plain = [p if isinstance(p.default, _SHORT) or p.default is p.empty else p.replace(default=...) for p in kept]
    return str(found.replace(parameters=plain, return_annotation=found.empty)).replace("Ellipsis", "…")


_SHORT = (str, int, float, bool, type(None))


def docstring(doc: Docstring) -> str:
    """HTML of a docstring."""
    parts = [prose(doc.text)]
    for name in SECTIONS:
        if name in doc.sections:
            parts.append(f"<h4>{TITLES[name]}</h4>")
            parts.append(_entries(doc, name) if name in LISTS else prose(doc.sections[name]))
    return "".join(parts)


def _entries(doc: Docstring, section: str) -> str:
    rows = "".join(
        f"<dt><code>{escape(e.name)}</code> <span>{inline(e.type)}</span></dt><dd>{prose(e.text)}</dd>"
        for e in doc.entries(section)
    )
    return f"<dl>{rows}</dl>"


def prose(text: str) -> str:
    """Paragraphs, lists, examples and tables of plain reStructuredText."""
    return "".join(_block(block) for block in re.split(r"\n\s*\n", text) if block.strip())


def _block(block: str) -> str:
    lines = block.strip("\n").splitlines()
    if lines[0].lstrip().startswith((">>>", "===")) or lines[0].startswith("    "):
        return f"<pre>{escape(block.strip(chr(10)))}</pre>"
    if all(line.startswith(("- ", "  ")) for line in lines):
        return "<ul>" + "".join(f"<li>{inline(item)}</li>" for item in _items(lines)) + "</ul>"
    return f"<p>{inline(' '.join(line.strip() for line in lines))}</p>"


def _items(lines: list[str]) -> Iterator[str]:
    yield from (part.replace("\n", " ").strip() for part in re.split(r"(?m)^- ", "\n".join(lines)) if part.strip())


def inline(text: str) -> str:
    """Code, and names of other things as code."""
    plain = _EMPHASIS.sub(r"<em>\1</em>", escape(_ROLE.sub(r"``\1``", text), quote=False))
    return _CODE.sub(lambda found: f"<code>{found[1] or found[2]}</code>", plain)
