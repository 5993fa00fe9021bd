"""Slow functions of a text, each value made once and its time remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import process_time
from typing import Generic, TypeVar

T = TypeVar("T")


class Timed(Generic[T]):
    """Remembers values and how long they took, so that a value used again still counts with its own time.

    Examples
    --------
    >>> size = Timed(len)
    >>> size("rừng"), size("rừng"), size.seconds(["rừng"]) >= 0
    (4, 4, True)
    """

    def __init__(self, make: Callable[[str], T]) -> None:
        self.make = make
        self._values: dict[str, T] = {}
        self._seconds: dict[str, float] = {}

    def __call__(self, text: str) -> T:
        """The value of a text."""
        if text not in self._values:
            start = process_time()
            self._values[text] = self.make(text)
            self._seconds[text] = process_time() - start
        return self._values[text]

    def seconds(self, texts: Iterable[str]) -> float:
        """How long the values of these texts took to make."""
        return sum(self._seconds[text] for text in texts if self(text) is not None)
