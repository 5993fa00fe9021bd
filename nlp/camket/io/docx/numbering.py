"""Automatic numbering: the label that Word prints in front of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from camket.io import counting
from camket.io.docx.names import W, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
# Bullets of the Symbol and Wingdings fonts are stored as private-use characters.
_SYMBOLS = {"\uf0b7": "•", "\uf02d": "-", "\uf02b": "+", "\uf0a7": "▪", "\uf0d8": "►", "\uf0fc": "✓", "\uf076": "❖",
            "\uf071": "❑", "\uf0a8": "□", "\uf06e": "■", "\uf06f": "□", "\uf0e0": "→"}  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restart: int | None = None
    sample: str = ""

    def count(self, value: int, legal: bool) -> str:
        """A number in this level's format; legal numbering prints all of them in digits."""
        if legal and self.format != "decimalZero":
            return str(value)
        if self.format == "custom":
            return counting.custom(self.sample, value)
        return counting.FORMATS.get(self.format, str)(value)


@dataclass(frozen=True, slots=True)
class List:
    """A list as a paragraph names it: the definition whose counters it shares, its levels and restarts."""

    definition: str
    levels: tuple[Level, ...]
    restarts: dict[int, int]


class Numbering:
    """Counters of all the lists of a document; feed it the paragraphs in order.

    Parameters
    ----------
    root : element or None
        Root of the numbering part.
    """

    def __init__(self, root: _Element | None) -> None:
        self._lists: dict[str, List] = {}
        self._style_levels: dict[str, tuple[str, int]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def level_of_style(self, style: str | None) -> tuple[str, int] | None:
        """List and level that a list definition ties to a paragraph style."""
        return self._style_levels.get(style or "")

    def label(self, identifier: str, level: int) -> str:
        """Label of the next paragraph of a list at a level; "" where the list is unknown."""
        found = self._lists.get(identifier)
        if found is None or not 0 <= level < len(found.levels):
            return ""
        counters = self._counters.setdefault(found.definition, [None] * LEVELS)
        self._advance(found, identifier, counters, level)
        definition = found.levels[level]
        if definition.format == "bullet":
            return "".join(_SYMBOLS.get(c, c) for c in definition.text).strip()
        return _PLACE.sub(lambda m: _place(found, counters, definition, int(m[1]) - 1), definition.text).strip()

    def _advance(self, found: List, identifier: str, counters: list[int | None], level: int) -> None:
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = _start(found, upper)
        if level in found.restarts and (identifier, level) not in self._restarted:
            self._restarted.add((identifier, level))
            counters[level] = found.restarts[level]
        else:
            before = counters[level]
            counters[level] = _start(found, level) if before is None else before + 1
        for lower in range(level + 1, min(LEVELS, len(found.levels))):
            restart = found.levels[lower].restart
            if restart != 0 and (restart is None or level < restart):
                counters[lower] = None

    def _load(self, root: _Element) -> None:
        abstract = {a.get(W + "abstractNumId"): a for a in root.findall(W + "abstractNum")}
        by_style = {value(a, "styleLink"): key for key, a in abstract.items() if value(a, "styleLink")}
        for num in root.findall(W + "num"):
            identifier, key = num.get(W + "numId") or "", value(num, "abstractNumId") or ""
            linked = value(abstract.get(key), "numStyleLink")
            key = by_style.get(linked, key) if linked else key
            if key in abstract:
                self._lists[identifier] = _list(key, abstract[key], num)
                self._tie_styles(identifier, abstract[key])

    def _tie_styles(self, identifier: str, abstract: _Element) -> None:
        for level in abstract.findall(W + "lvl"):
            style = value(level, "pStyle")
            if style:
                self._style_levels.setdefault(style, (identifier, number(level.get(W + "ilvl")) or 0))


def _start(found: List, level: int) -> int:
    return found.restarts.get(level, found.levels[level].start)


def _place(found: List, counters: list[int | None], definition: Level, level: int) -> str:
    if level >= len(found.levels):
        return ""
    current = counters[level]
    return found.levels[level].count(_start(found, level) if current is None else current, definition.legal)


def _list(key: str, abstract: _Element, num: _Element) -> List:
    levels = {number(e.get(W + "ilvl")) or 0: _level(e) for e in abstract.findall(W + "lvl")}
    restarts: dict[int, int] = {}
    for override in num.findall(W + "lvlOverride"):
        at = number(override.get(W + "ilvl")) or 0
        changed = override.find(W + "lvl")
        if changed is not None:
            levels[at] = _level(changed)
        start = number(value(override, "startOverride"))
        if start is not None:
            restarts[at] = start
    return List(key, tuple(levels.get(i, Level()) for i in range(LEVELS)), restarts)


def _level(element: _Element) -> Level:
    start = number(value(element, "start"))
    choice = element.find(f"{W}numFmt")
    return Level(
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=1 if start is None else start,
        legal=is_on(element, "isLgl"),
        restart=number(value(element, "lvlRestart")),
        sample=choice.get(W + "format", "") if choice is not None else "",
    )
