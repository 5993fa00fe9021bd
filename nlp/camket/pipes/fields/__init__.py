"""Fields of administration: what area of work an item belongs to."""

from camket.pipes.fields.finder import FIELDS, find_field

__all__ = ["FIELDS", "find_field"]
