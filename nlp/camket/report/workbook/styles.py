"""Cell formats of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

# Light tints of the Okabe-Ito palette: told apart by colour-blind readers, and every state has its sign, too.
FILLS = {"present": "#D9EAD3", "inherited": "#D6EAF8", "unclear": "#FFF2CC", "missing": "#F8D7C0"}
SIGNS = {"present": "●", "inherited": "◆", "unclear": "△", "missing": "○"}
VERDICT_FILLS = {"clear": "#D9EAD3", "incomplete": "#FFF2CC", "vague": "#F8D7C0"}


class Styles:
    """Formats made once for a workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        base: dict[str, Any] = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
        cell = {**base, "border": 1, "border_color": "#BFBFBF"}
        self.head = book.add_format({**base, "bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "border": 1,
                                     "text_wrap": True, "align": "center", "valign": "vcenter"})  # fmt: skip
        self.kinds: dict[str, Format] = {
            "text": book.add_format({**cell, "text_wrap": True}),
            "short": book.add_format({**cell, "text_wrap": True, "align": "center"}),
            "date": book.add_format({**cell, "num_format": "dd/mm/yyyy", "align": "center"}),
            "number": book.add_format({**cell, "num_format": "#,##0.##"}),
            "whole": book.add_format({**cell, "num_format": "#,##0"}),
            "score": book.add_format({**cell, "num_format": "0.0", "align": "center"}),
            "input": book.add_format({**cell, "text_wrap": True, "bg_color": "#FFFFE8", "locked": False}),
        }
        self.title = book.add_format({**base, "bold": True, "font_size": 15})
        self.note = book.add_format({**base, "italic": True, "font_color": "#595959"})
        self.label = book.add_format({**cell, "bold": True})

    def fill(self, colour: str) -> Format:
        """A format for conditions."""
        return self._book.add_format({"bg_color": colour})
