"""Colours for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from camket.report.words import Words

if TYPE_CHECKING:
    from rich.text import Text


def coloured(text: str, words: Words) -> Text:
    """A rendered report with its verdicts and questions in colour; what was read is never taken for markup.

    Examples
    --------
    >>> coloured("[RÕ] Trồng 5 ha [red]rừng[/red].", Words()).plain
    '[RÕ] Trồng 5 ha [red]rừng[/red].'
    """
    from rich.text import Text

    shown = Text(text)
    styles = {"clear": "bold green", "incomplete": "bold yellow", "vague": "bold red"}
    for verdict, style in styles.items():
        shown.highlight_words([f"[{words(f'verdict_{verdict}')}]"], style)
    shown.highlight_regex(r"(?m)^ {4}\? [A-Z]{2}\d\d", "bold magenta")
    shown.highlight_regex(r"(?m)^ {4}· [A-Z]{2}\d\d", "cyan")
    shown.highlight_regex(r"(?m)^ {6}↳ .*$", "italic")
    return shown
