"""The records that every step of camket reads and writes.

Frozen dataclasses, free of spaCy objects, picklable. ``start`` and ``end`` are half-open offsets in Unicode code
points into the text the user gave. Dates are :class:`datetime.date`; money is in đồng. The JSON form of these records
is made in :mod:`camket.convert` and nowhere else.

The label sets follow the corpus' guidelines; the six criteria ("6 rõ") follow Kết luận 226-KL/TW (11/12/2025).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas

    from camket.frames import Level

Kind = Literal["commitment", "report"]
Act = Literal["commitment", "claim", "cause", "proposal", "other"]
Verdict = Literal["vague", "incomplete", "clear"]
TimeRole = Literal["deadline", "as_of", "reference"]
Bound = Literal["before", "by", "in", "from"]
FigureRole = Literal["target", "actual", "baseline", "other"]
Direction = Literal["up", "down"]
PartyRole = Literal["lead", "coordinate"]
Result = Literal[
    "exceeded", "completed", "mostly", "in_progress", "not_started", "not_met", "stopped", "unsubstantiated"
]
Timing = Literal["early", "on_time", "late", "unstated"]
Cause = Literal[
    "resources", "approval", "third_party", "coordination", "initiative", "procedure", "land", "external", "assignment"
]
CriterionName = Literal["person", "task", "time", "accountability", "authority", "product"]
CriterionState = Literal["present", "inherited", "unclear", "missing"]

ACTS: tuple[Act, ...] = ("commitment", "claim", "cause", "proposal", "other")
RESULTS: tuple[Result, ...] = (
    "exceeded", "completed", "mostly", "in_progress", "not_started", "not_met", "stopped", "unsubstantiated",
)  # fmt: skip
TIMINGS: tuple[Timing, ...] = ("early", "on_time", "late", "unstated")
CAUSES: tuple[Cause, ...] = (
    "resources", "approval", "third_party", "coordination", "initiative", "procedure", "land", "external", "assignment",
)  # fmt: skip
CRITERIA: tuple[CriterionName, ...] = ("person", "task", "time", "accountability", "authority", "product")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that a step relied on, and what it took them for.

    ``label`` is a short machine name ("vague_time", "effort_verb", "negation").
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression and the interval, recurrence (RFC 5545) or duration (ISO 8601) it names.

    ``from_`` and ``to`` are the first and last day of the *named* interval; ``bound`` says how the text relates to it.
    """

    start: int
    end: int
    role: TimeRole
    from_: date | None
    to: date | None
    bound: Bound
    rrule: str | None = None
    event: str | None = None
    cues: tuple[Cue, ...] = ()
    explanation: str = ""

    @property
    def days(self) -> tuple[date, date]:
        """First and last day of a time that names days.

        Raises
        ------
        ValueError
            Where it is a recurrence or a duration from an event.
        """
        if self.from_ is None or self.to is None:
            raise ValueError("a recurrence or a duration names no days")
        return self.from_, self.to


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: bounds in the base unit (money in đồng), the unit as written or its standard sign.

    ``of`` is the whole of a ratio. ``indicator`` is the offsets of the noun phrase that is measured, ``base`` what
    the figure is compared with, ``warnings`` what a reader should check.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    of: float | None
    unit: str | None
    role: FigureRole
    indicator: tuple[int, int] | None = None
    base: tuple[int, int] | None = None
    direction: Direction | None = None
    estimated: bool = False
    warnings: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or office-holder that the text names as responsible."""

    start: int
    end: int
    role: PartyRole
    cues: tuple[Cue, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing whose state is reported: result and timing are separate axes."""

    start: int
    end: int
    result: Result
    timing: Timing
    estimated: bool
    probability: float | None = None
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found in one item, without an opinion on it."""

    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    parties: tuple[Party, ...] = ()
    claims: tuple[Claim, ...] = ()
    causes: tuple[Cause, ...] = ()
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """Where a block stands in its file; each part is None where the format has no such thing (counted from 1).

    ``offset`` is the first character of the block's original text in a plain text file, counted from 0.
    """

    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    page: int | None = None
    sheet: str | None = None
    line: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Inherited:
    """A value that an item takes from outside its own text, and where it comes from.

    ``source`` is one of "heading", "column", "preamble", "signer", "title".
    """

    value: str
    source: str
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One checkable promise or reported thing: a bullet, a numbered item, a table row or a sentence.

    ``date`` anchors relative expressions; None leaves them unresolved. ``columns`` maps a table row's standard column
    names to offsets into ``text``. ``block`` is the index of the document's block whose text holds ``text`` from
    ``start`` on.
    """

    text: str
    kind: Kind
    date: date | None = None
    context: str | None = None
    id: str = ""
    doc: str = ""
    label: str = ""
    headings: tuple[str, ...] = ()
    section: str | None = None
    columns: tuple[tuple[str, int, int], ...] = ()
    owner: Inherited | None = None
    period: Inherited | None = None
    position: Position = Position()
    block: int | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the six "rõ": its state, where it was read, and the words."""

    name: CriterionName
    state: CriterionState
    source: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What camket thinks of an item.

    ``verdict`` judges the item's own text; ``verdict_in_document`` adds what it inherits. ``target`` and both verdicts
    are None where the act is not a commitment. ``reasons`` are the words that decided, most telling first.
    """

    act: Act
    target: bool | None
    verdict: Verdict | None
    verdict_in_document: Verdict | None
    criteria: tuple[Criterion, ...] = ()
    probabilities: dict[str, float] = field(default_factory=dict)
    abstain: bool = False
    reasons: tuple[Cue, ...] = ()

    @property
    def score(self) -> float | None:
        """How many of the six criteria are clear: present or inherited counts 1, unclear a half; None without them.

        Examples
        --------
        >>> states = ("inherited", "present", "present", "missing", "missing", "unclear")
        >>> criteria = tuple(Criterion(name, state) for name, state in zip(CRITERIA, states))
        >>> Judgement("commitment", False, "vague", "vague", criteria).score
        3.5
        """
        return sum(POINTS[c.state] for c in self.criteria) if self.criteria else None


POINTS: dict[CriterionState, float] = {"present": 1.0, "inherited": 1.0, "unclear": 0.5, "missing": 0.0}


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw put as a question: a span of the text, or a named missing slot.

    ``status`` is "suppressed" where a person has set it aside and "accepted" where the baseline holds it already;
    ``reason`` is that person's.
    """

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    criterion: CriterionName
    message: str
    start: int | None = None
    end: int | None = None
    slot: str | None = None
    suggestion: str = ""
    status: Literal["open", "suppressed", "accepted"] = "open"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An item with its evidence, judgement and findings."""

    item: Item
    evidence: Evidence
    judgement: Judgement
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, heading or table row in reading order.

    ``text`` is NFC text without the automatic label; ``label`` is the list label as shown ("II.", "1.1.", "đ)").
    ``cells`` holds a table row's cells; for such a block ``text`` is the cells joined with " | ", and ``merged`` the
    indices of cells that continue the cell above. ``original`` is the text as the file has it where that differs from
    ``text``; ``breaks`` are the pairs of offsets (in ``text``, in ``original``) at which their distance changes.
    ``unsure`` are the spans of ``text`` that were read by OCR with low confidence.
    """

    text: str
    kind: Literal["paragraph", "list_item", "heading", "table_row", "header", "footer", "footnote"]
    label: str = ""
    level: int | None = None
    cells: tuple[str, ...] = ()
    is_table_header: bool = False
    bold: bool = False
    centred: bool = False
    position: Position = Position()
    merged: tuple[int, ...] = ()
    original: str | None = None
    breaks: tuple[tuple[int, int], ...] = ()
    unsure: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; None where it does not."""

    issuer: str | None = None
    superior: str | None = None
    number: str | None = None
    place: str | None = None
    date: date | None = None
    type: str | None = None
    title: str | None = None
    addressees: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment in a document, and where it stands."""

    author: str
    text: str
    position: Position = Position()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: blocks in reading order, metadata, and what was repaired or skipped."""

    name: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    format: str = ""
    repairs: tuple[tuple[str, int], ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything camket says of one document; ``findings`` are those on the document as a whole."""

    document: Document
    kind: Literal["commitment", "report", "mixed"]
    date: date | None
    annotations: tuple[Annotation, ...]
    warnings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def score(self) -> float | None:
        """Mean score of the commitments, 0 to 6; None where there is none."""
        scores = [a.judgement.score for a in self.annotations if a.judgement.score is not None]
        return sum(scores) / len(scores) if scores else None

    def to_frame(self, level: Level = "item") -> pandas.DataFrame:
        """The report as a table.

        Parameters
        ----------
        level : {"item", "commitment", "time", "figure", "party", "claim", "cause", "finding"}
            What a row is.

        Returns
        -------
        pandas.DataFrame
            Columns and types as in :func:`camket.frames.annotations_frame`.

        Raises
        ------
        ValueError
            Where there is no such level.
        """
        from camket.frames import report_frame

        return report_frame(self, level)
