"""What the patterns of one kind find: a run of tokens and what it means before bounds, ranges and roles are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from re import Match
from typing import NamedTuple

from camket.pipes.times.period import Period
from camket.records import Bound
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables


class Piece:
    """Tokens ``first`` up to, not including, ``last``, read by one pattern.

    Attributes
    ----------
    kind : str
        Name of the pattern's kind ("day", "quarter", "recurrence", "duration", "now" …); "none" for words that only
        look like a time and are dropped.
    period : Period or None
        The calendar period; None for recurrences and durations.
    rrule, event : str or None
        RFC 5545 recurrence, ISO 8601 duration.
    weak : bool
        Whether the digits alone prove nothing ("30/6"): kept only beside a bound word, in a range or in a date column.
    bound : str or None
        A bound the pattern itself contains ("hằng quý (trước ngày 20 …)").
    signing : bool
        Whether a duration counts from the signing of the document itself.
    relative : int or None
        The year, counted from the document's: 0 for "năm nay", 1 for "năm sau".
    """

    def __init__(
        self, first: int, last: int, kind: str, period: Period | None = None, rrule: str | None = None,
        event: str | None = None, weak: bool = False, bound: Bound | None = None, signing: bool = False,
        relative: int | None = None,
    ) -> None:  # fmt: skip
        self.first, self.last, self.kind, self.period = first, last, kind, period
        self.rrule, self.event, self.weak = rrule, event, weak
        self.bound: Bound | None = bound
        self.signing, self.relative = signing, relative

    @property
    def dates(self) -> Period:
        """The calendar period of a kind that always has one.

        Raises
        ------
        ValueError
            Where the piece is a recurrence or a duration.
        """
        if self.period is None:
            raise ValueError(f"{self.kind} is no period of the calendar")
        return self.period


Reader = Callable[[Match[str], Syllables], "Piece | Sequence[Piece] | None"]


class Pattern(NamedTuple):
    """A grammar, the tokens it can begin with, and the function that reads its matches."""

    starts: str
    grammar: Grammar
    read: Reader
