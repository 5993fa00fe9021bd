"""Cut a paragraph into the parts that are items of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from camket.items.entries import is_formal
from camket.items.outline import Placed
from camket.items.sentences import Span, enumeration, join_continuations, sentences

# A labelled paragraph with more sentences or characters than this is running text with a number in front.
MAX_SENTENCES = 3
MAX_LENGTH = 500
# What a numbered paragraph is about: "2. Tài chính: …".
_TOPIC = re.compile(r"(?P<topic>[^:.;]{2,60}):\s")
_MARK = re.compile(r"\(\w{1,4}\)\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a block that is one item."""

    start: int
    end: int
    label: str = ""
    context: str | None = None


def pieces(placed: Placed) -> list[Piece]:
    """Parts of a paragraph that are items of their own."""
    entry = placed.entry
    text = entry.block.text
    spans = [(a + entry.start, b + entry.start) for a, b in sentences(text[entry.start : placed.end])]
    questions = [span for span in spans if text[: span[1]].endswith("?") or is_formal(text[slice(*span)])]
    spans = join_continuations(text, [span for span in spans if span not in questions])
    short = len(spans) <= MAX_SENTENCES and len(entry.text) <= MAX_LENGTH
    whole = entry.style in ("ordinal", "named") or (entry.style and short and not questions)
    if whole and spans:
        spans = [(spans[0][0], spans[-1][1])]
    found: list[Piece] = []
    for number, span in enumerate(spans):
        label = entry.label if number == 0 else ""
        found.extend(_parts(text, span, label, placed))
    topic = _TOPIC.match(text, entry.start)
    if len(found) > 1 and entry.label and topic:
        found[1:] = [replace(piece, context=piece.context or topic["topic"]) for piece in found[1:]]
    return found


def _parts(text: str, span: Span, label: str, placed: Placed) -> list[Piece]:
    listed = enumeration(text, *span) if placed.section != "causes" and not label else None
    if not listed:
        return [Piece(*span, label)]
    lead, parts = listed
    context = text[slice(*lead)].rstrip(":").strip() or None
    return [_listed(text, part, context) for part in parts]


def _listed(text: str, part: Span, context: str | None) -> Piece:
    """A part of an enumeration, its mark "(1)" taken off as the label."""
    start, end = part
    mark = _MARK.match(text, start, end)
    return Piece(mark.end(), end, mark[0].strip(), context) if mark else Piece(start, end, "", context)
