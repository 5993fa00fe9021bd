"""Names of WordprocessingML elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def value(element: _Element | None, name: str, attribute: str = "val") -> str | None:
    """Attribute of a child, or None where either is missing."""
    child = element.find(W + name) if element is not None else None
    return child.get(W + attribute) if child is not None else None


def number(text: str | None) -> int | None:
    """An attribute as an integer; None where it is missing or no integer."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def is_on(element: _Element | None, name: str) -> bool:
    """Whether a toggle property ("b", "vanish") is set."""
    child = element.find(W + name) if element is not None else None
    return child is not None and child.get(W + "val", "1") not in ("0", "false", "off")
