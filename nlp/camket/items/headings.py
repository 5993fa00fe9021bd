"""What stands above an item."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above an item: its words, the style of its label, and whether it is a line that leads in.

    A line that leads in holds as long as the list it leads: ``child`` is the style of that list.
    """

    text: str
    style: str
    lead: bool = False
    child: str = ""
