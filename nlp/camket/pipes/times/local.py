"""A first role from the words next to a time."""

from __future__ import annotations

from camket.pipes.source import Source
from camket.pipes.times.phrase import Phrase
from camket.records import TimeRole


def local_role(phrase: Phrase, source: Source) -> TimeRole:
    """Guess the role without knowing the act."""
    return "deadline" if source.item.kind == "commitment" else "as_of"
