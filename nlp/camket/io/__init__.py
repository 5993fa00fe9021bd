"""Read files of every kind into :class:`~camket.records.Document` records."""

from camket.io.errors import ReadError
from camket.io.limits import Limits
from camket.io.reader import read, read_bytes

__all__ = ["Limits", "ReadError", "read", "read_bytes"]
