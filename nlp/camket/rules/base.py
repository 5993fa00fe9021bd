"""What a rule is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from camket.records import CriterionName
from camket.rules.view import IN_DOCUMENT, NO_DOCUMENT, Facts, Hit, Severity, View, at

__all__ = [
    "CLAIMING", "EVERY_ACT", "IN_DOCUMENT", "NO_DOCUMENT", "DocumentRule", "Facts", "Hit", "Rule", "Severity", "View",
    "at",
]  # fmt: skip

CLAIMING = frozenset({"claim"})
EVERY_ACT = frozenset({"commitment", "claim", "cause", "proposal", "other"})


class Rule:
    """A flaw that an item may have.

    Subclasses set the attributes and write :meth:`find`. Their docstring is the page that ``camket explain`` prints;
    the message and the suggestion stand in ``lexicons/rules.toml`` under the code.

    Attributes
    ----------
    code : str
        Never used again for another flaw.
    name : str
        The flaw in English words, reading well after "allow".
    criterion : CriterionName
        Which of the six it concerns.
    severity : Severity
        Of a hit that gives none.
    acts : frozenset of str
        Acts of the items that it looks at.
    cues : frozenset of str
        It is only asked where one of these cues was found; empty for always.
    needs : str
        It is only asked where this list of :class:`View` (figures, targets, warned, times, deadlines, claims,
        troubled) is not empty.
    slot : str, optional
        Name of what is missing, for hits without a span.
    yields_to : tuple of str
        Codes of rules that say the same more exactly: where one of them fires, this one stays silent.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    criterion: ClassVar[CriterionName]
    severity: ClassVar[Severity] = "warning"
    acts: ClassVar[frozenset[str]] = frozenset({"commitment"})
    cues: ClassVar[frozenset[str]] = frozenset()
    needs: ClassVar[str] = ""
    slot: ClassVar[str | None] = None
    yields_to: ClassVar[tuple[str, ...]] = ()

    def find(self, view: View) -> Iterator[Hit]:
        """Give the flaws of one item."""
        raise NotImplementedError


class DocumentRule:
    """A flaw that only shows when the items of a document are seen together; attributes as in :class:`Rule`."""

    code: ClassVar[str]
    name: ClassVar[str]
    criterion: ClassVar[CriterionName]
    severity: ClassVar[Severity] = "warning"
    slot: ClassVar[str | None] = None

    def find(self, views: Sequence[View]) -> Iterator[tuple[int | None, Hit]]:
        """Give the flaws with the index of their item, or None for the document as a whole."""
        raise NotImplementedError
