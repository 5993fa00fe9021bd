"""Automatic numbering for python-docx documents."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def abstract(identifier: int, levels: list[dict[str, Any]]) -> str:
    """XML of a list definition; a level has ``fmt``, ``text``, optionally ``start``, ``legal``, ``restart``,
    ``format``."""
    out = [f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identifier}"><w:multiLevelType w:val="multilevel"/>']
    for index, level in enumerate(levels):
        sample = f' w:format="{level["format"]}"' if "format" in level else ""
        out.append(f'<w:lvl w:ilvl="{index}"><w:start w:val="{level.get("start", 1)}"/>')
        out.append(f'<w:numFmt w:val="{level["fmt"]}"{sample}/>')
        if "restart" in level:
            out.append(f'<w:lvlRestart w:val="{level["restart"]}"/>')
        if level.get("legal"):
            out.append("<w:isLgl/>")
        out.append(f'<w:lvlText w:val="{level["text"]}"/><w:lvlJc w:val="left"/>')
        out.append(f'<w:pPr><w:ind w:left="{level.get("indent", 360 + 180 * index)}" w:hanging="360"/></w:pPr></w:lvl>')
    return "".join(out) + "</w:abstractNum>"


def add_lists(
    document: Any,
    lists: dict[int, list[dict[str, Any]]],
    restarts: dict[int, tuple[int, dict[int, int]]] | None = None,
) -> None:
    """Add list definitions; ``restarts`` maps a further list to the one that it restarts, level by level."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    for identifier, levels in lists.items():
        root.append(parse_xml(abstract(identifier, levels)))
    for identifier in lists:
        root.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="{identifier}"/></w:num>')
        )
    for identifier, (definition, starts) in (restarts or {}).items():
        inner = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in starts.items()
        )
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="{definition}"/>{inner}</w:num>'
            )
        )


def number(paragraph: Any, identifier: int, level: int = 0) -> None:
    """Put a paragraph into a list."""
    properties = paragraph._p.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = identifier
