"""Follow the headings of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from camket.io.metadata.lines import is_caps
from camket.items.entries import Entry, is_annex, is_lead
from camket.items.groups import is_group, under_group
from camket.items.headings import Heading
from camket.items.roles import section_role
from camket.items.sentences import sentences

MAX_HEADING = 160
MAX_LEAD = 500
_DEEPER = {
    "part": 0, "upper_letter": 1, "roman": 2, "number": 3, "decimal2": 4, "decimal3": 5, "decimal4": 6, "letter": 7,
    "bracket": 8, "ordinal": 8, "bullet-": 9, "bullet+": 10,
}  # fmt: skip
_FULL_STOP = re.compile(r"[.;!?]$")


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and the headings it stands under, outermost first."""

    entry: Entry
    path: tuple[Heading, ...]
    end: int | None = None

    @property
    def section(self) -> str | None:
        """Role of the nearest heading that tells one."""
        roles = [role for heading in reversed(self.path) if (role := section_role(heading.text))]
        # "Đề nghị X …" below "Tổ chức thực hiện" hands out work; it asks nobody above.
        return "organisation" if roles[:1] == ["proposals"] and "organisation" in roles else next(iter(roles), None)

    @property
    def headings(self) -> tuple[str, ...]:
        """Words of the headings."""
        return tuple(h.text for h in self.path if not h.lead)


def outline(entries: Iterable[Entry]) -> Iterator[Placed]:
    """The entries that are no headings, each under its headings."""
    listed = list(entries)
    path: list[Heading] = []
    width = 0
    for entry, following in zip_longest(listed, listed[1:]):
        if entry.block.kind == "table_row":
            width = max(len(entry.block.cells), 0 if entry.block.is_table_header else width)
        below = _opened(path, entry, following, width)
        if below is not None:
            path = below
            continue
        lead = _last_lead(entry)
        path = path if entry.block.kind == "table_row" else _keep(path, entry)
        yield Placed(entry, tuple(path), lead)
        if lead is not None:
            path = [*path, Heading(entry.block.text[lead:].strip().rstrip(":"), "lead", lead=True)]


def _opened(path: list[Heading], entry: Entry, following: Entry | None, width: int) -> list[Heading] | None:
    """The headings below an entry that is one; None where it is none."""
    if entry.block.kind == "table_row":
        return under_group(path, entry) if is_group(entry, following, width) else None
    if _names_annex(path, entry):
        return [*path, Heading(entry.text, "annex")]
    if is_heading(entry, following):
        return [*_above(path, entry.style or _plain_style(entry)), _heading(entry)]
    return None


def _last_lead(entry: Entry) -> int | None:
    """Where the last sentence of running text begins, if it leads in to a list."""
    text = entry.block.text
    if entry.style or entry.block.kind == "table_row" or not is_lead(text):
        return None
    spans = sentences(text)
    return spans[-1][0] if len(spans) > 1 else None


def is_heading(entry: Entry, following: Entry | None) -> bool:
    """Whether an entry is a heading, or a line that leads in to what follows."""
    text = entry.text.strip()
    if not text:
        return False
    if entry.block.kind == "heading":
        return len(text) <= MAX_LEAD
    if is_lead(text):
        return len(text) <= MAX_LEAD and len(sentences(text)) == 1
    if len(text) > MAX_HEADING or _FULL_STOP.search(text):
        return False
    if entry.style in ("part", "roman", "upper_letter") or is_caps(text):
        return True
    if entry.block.bold and len(text) < 120:
        return True
    return _has_children(entry, following)


def _has_children(entry: Entry, following: Entry | None) -> bool:
    """A short labelled line without a full stop, with labels of a deeper level right below it."""
    if following is None or not entry.style or entry.style.startswith("bullet") or len(entry.text) > 90:
        return False
    if _DEEPER.get(following.style, -1) > _DEEPER.get(entry.style, 99):
        return True
    running = not following.style and following.block.kind != "table_row"
    return running and len(following.text) > 2 * len(entry.text)


def _heading(entry: Entry) -> Heading:
    text = entry.text.strip().rstrip(":")
    lead = is_lead(entry.text.strip()) and not entry.style and not entry.block.bold and not is_caps(text)
    return Heading(text, entry.style or _plain_style(entry), lead)


def _plain_style(entry: Entry) -> str:
    if is_caps(entry.text):
        return "caps"
    return "bold" if entry.block.bold else "lead"


def _above(path: list[Heading], style: str) -> list[Heading]:
    """The headings that stay above one with a label of a style."""
    for depth, heading in enumerate(path):
        if heading.child != style and (heading.style == style or _rank(heading) > _rank(Heading("", style))):
            return path[:depth]
    return path


def _keep(path: list[Heading], entry: Entry) -> list[Heading]:
    """An item ends the headings of its own level and below; a line that leads in ends with the list it leads."""
    if not entry.style:
        return [h for h in path if h.style != "lead"]
    if path and path[-1].style == "lead" and not path[-1].child:
        path = [*path[:-1], replace(path[-1], child=entry.style)]
    return path if entry.style == "named" else _above(path, entry.style)


def _rank(heading: Heading) -> float:
    if heading.style == "lead":
        return _DEEPER.get(heading.child, 20) - 0.5 if heading.child else 99
    return {"caps": 0.5, "annex": 0.6, "bold": 6.5, "row": 2.5, **_DEEPER}.get(heading.style, 20)


def _names_annex(path: list[Heading], entry: Entry) -> bool:
    """A line below "PHỤ LỤC" that says what the annex is about."""
    title = path[-1] if path else None
    below = title and (title.style == "annex" or (title.style in ("caps", "bold", "lead") and is_annex(title.text)))
    return bool(below) and not entry.style and len(entry.text) <= MAX_HEADING and not _FULL_STOP.search(entry.text)
