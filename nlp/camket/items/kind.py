"""Tell whether a document promises, reports, or both."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from camket.io.columns import column_names
from camket.io.metadata.lines import is_caps
from camket.items.body import body
from camket.items.outline import Placed, outline
from camket.records import Document
from camket.text.resources import load_toml

DocumentKind = Literal["commitment", "report", "mixed"]
PROMISING = frozenset({"directions", "tasks", "goals", "organisation", "general_goal", "purpose"})
REPORTING = frozenset({"results", "shortcomings", "causes", "lessons"})


def detect_kind(document: Document) -> DocumentKind:
    """Kind of a document, from its type, its title and its sections.

    Parameters
    ----------
    document : Document

    Returns
    -------
    {"commitment", "report", "mixed"}
        "mixed" is a report that also makes promises, as a rule in its section on what comes next.

    Examples
    --------
    >>> from camket.records import Block
    >>> detect_kind(Document("a", (Block("BẢN CAM KẾT", "paragraph"), Block("1. Thu đạt 5 tỷ đồng.", "paragraph"))))
    'commitment'
    """
    placed = list(outline(body(document)))
    base = base_kind(document, placed)
    promising = {"directions"} if _typed(document) else PROMISING
    return "mixed" if base == "report" and any(p.section in promising for p in placed) else base


def base_kind(document: Document, placed: list[Placed]) -> Literal["commitment", "report"]:
    """What the document is as a whole."""
    typed = _typed(document)
    if typed:
        return typed
    columns = {name for b in document.blocks if b.is_table_header for name in column_names(b.cells)}
    promising = sum(p.section in PROMISING for p in placed)
    reporting = sum(p.section in REPORTING for p in placed) + 5 * bool(columns & {"actual", "assessment"})
    loose = [p.entry.text for p in placed if not p.section]
    if loose and _past(loose):
        return "report"
    return "report" if reporting and reporting >= promising else "commitment"


def _typed(document: Document) -> Literal["commitment", "report"] | None:
    metadata = document.metadata
    # Without a type, only a line in capitals is a title; the headline of a news page may begin with any word.
    titles = [b.text for b in document.blocks[:3] if is_caps(b.text) or b.centred]
    for line in [metadata.type] if metadata.type else titles:
        if _types("report_types").search(line):
            return "report"
        if _types("commitment_types").match(line):
            return "commitment"
    return None


def _past(texts: list[str]) -> bool:
    text = " ".join(texts).lower()
    words = load_toml("items_words.toml")
    return len(re.findall(_any(words["past"]), text)) > len(re.findall(_any(words["future"]), text))


def _any(words: list[str]) -> str:
    return rf"\b(?:{'|'.join(words)})\b"


@cache
def _types(name: str) -> re.Pattern[str]:
    words = "|".join(load_toml("items_words.toml")[name])
    return re.compile(rf"^\W*(?:bản |bảng )?(?:tự )?(?:{words})\b", re.IGNORECASE)
