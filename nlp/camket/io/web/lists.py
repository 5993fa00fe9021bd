"""Numbers of the lists of a page, as browsers show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from camket.io import counting

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# What a block of the page hands down to the paragraphs in it, by field of :class:`camket.records.Block`.
Fields = dict[str, Any]
# How the items of a list are counted, by the attribute "type" of HTML.
_COUNTING: dict[str, Callable[[int], str]] = {
    "a": counting.letters,
    "A": lambda n: counting.letters(n).upper(),
    "i": counting.roman,
    "I": lambda n: counting.roman(n).upper(),
}


def first_number(node: LexborNode) -> int:
    """What a list counts from, less one."""
    start = node.attributes.get("start") if node.tag == "ol" else None
    return int(start) - 1 if start and start.lstrip("-").isdigit() else 0


def inherited_fields(node: LexborNode, fields: Fields, counter: int) -> Fields:
    """What a block hands down to the paragraphs in it: list label and level, heading level, centring."""
    tag = node.tag or ""
    inner: Fields = {key: fields[key] for key in ("centred", "level", "label", "bold") if key in fields}
    if tag == "li":
        inner["label"] = _label(node, counter)
        inner["level"] = fields.get("level", -1) + 1
    elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        inner["heading"] = int(tag[1]) - 1
    style = node.attributes.get("style") or ""
    if "center" in style or node.attributes.get("align") == "center" or tag == "center":
        inner["centred"] = True
    return inner


def _label(item: LexborNode, counter: int) -> str:
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return "-"
    kind = parent.attributes.get("type") or "1"
    value = item.attributes.get("value")
    counter = int(value) if value and value.isdigit() else counter
    return f"{_COUNTING.get(kind, str)(counter)}{')' if kind == 'a' else '.'}"
