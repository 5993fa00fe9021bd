"""What is wrong with a record."""

from __future__ import annotations


class RecordError(ValueError):
    """A record whose field is missing or malformed; ``field`` names it."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field
