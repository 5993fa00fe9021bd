"""What a paragraph or run takes from its style: numbering, outline level, font, weight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from camket.io.docx.names import W, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Style:
    """Properties of a style after its ancestors."""

    name: str = ""
    numbering: str | None = None
    level: int | None = None
    outline: int | None = None
    font: str | None = None
    bold: bool = False
    centred: bool = False
    hidden: bool = False


class Styles:
    """The styles of a document.

    Parameters
    ----------
    root : element or None
        Root of the styles part.
    """

    def __init__(self, root: _Element | None) -> None:
        self._root = root
        found = root.findall(W + "style") if root is not None else []
        self._elements = {style.get(W + "styleId"): style for style in found}
        self._read: dict[str | None, Style] = {}
        self.default_paragraph = next(
            (s.get(W + "styleId") for s in found if s.get(W + "type") == "paragraph" and s.get(W + "default") == "1"),
            None,
        )

    def paragraph(self, properties: _Element | None) -> Style:
        """Style of a paragraph with these properties."""
        return self.get(value(properties, "pStyle") or self.default_paragraph)

    def get(self, identifier: str | None, depth: int = 0) -> Style:
        """A style by its id; an unknown one is the document's default."""
        if identifier not in self._read:
            element = self._elements.get(identifier)
            if element is None or depth > 20:
                return self._default
            parent = value(element, "basedOn")
            base = self.get(parent, depth + 1) if parent else self._default
            self._read[identifier] = _derive(element, base)
        return self._read[identifier]

    def fonts(self) -> set[str | None]:
        """Fonts that the styles name."""
        return {font(run) for run in self._root.iter(W + "rPr")} if self._root is not None else set()

    @cached_property
    def _default(self) -> Style:
        defaults = self._root.find(W + "docDefaults") if self._root is not None else None
        run = defaults.find(f"{W}rPrDefault/{W}rPr") if defaults is not None else None
        return Style(font=font(run))


def font(run: _Element | None) -> str | None:
    """Font that run properties name for Western letters."""
    return value(run, "rFonts", "ascii") or value(run, "rFonts", "hAnsi")


def _derive(element: _Element, base: Style) -> Style:
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    numbering = paragraph.find(W + "numPr") if paragraph is not None else None
    outline = number(value(paragraph, "outlineLvl"))
    justify = value(paragraph, "jc")
    level = number(value(numbering, "ilvl"))
    return Style(
        name=value(element, "name") or "",
        numbering=value(numbering, "numId") or base.numbering,
        level=level if level is not None else base.level,
        outline=outline if outline is not None else base.outline,
        font=font(run) or base.font,
        bold=is_on(run, "b") if run is not None and run.find(W + "b") is not None else base.bold,
        centred=justify == "center" if justify else base.centred,
        hidden=is_on(run, "vanish") or base.hidden,
    )
