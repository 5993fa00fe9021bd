"""A file as read, and all that is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from camket.records.item import NOWHERE, Position
from camket.records.judgement import Annotation, Finding
from camket.records.quick import quick

if TYPE_CHECKING:
    import pandas

    from camket.frames import Level


@quick
@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, heading or table row in reading order.

    Attributes
    ----------
    text : str
        NFC text without the automatic label; the cells of a table row joined with " | ".
    kind : str
        "paragraph", "list_item", "heading", "table_row", "header", "footer" or "footnote".
    label : str
        The list label as shown ("II.", "1.1.", "đ)").
    level : int or None
        Depth of a heading or list.
    cells : tuple of str
        Cells of a table row.
    is_table_header, bold, centred : bool
    position : Position
    merged : tuple of int
        Indices of cells that continue the cell above.
    original : str or None
        The text as the file has it, where that differs from ``text``.
    breaks : tuple of (int, int)
        Pairs of offsets (in ``text``, in ``original``) at which their distance changes.
    unsure : tuple of (int, int)
        Spans of ``text`` that were read by OCR with low confidence.
    """

    text: str
    kind: Literal["paragraph", "list_item", "heading", "table_row", "header", "footer", "footnote"]
    label: str = ""
    level: int | None = None
    cells: tuple[str, ...] = ()
    is_table_header: bool = False
    bold: bool = False
    centred: bool = False
    position: Position = NOWHERE
    merged: tuple[int, ...] = ()
    original: str | None = None
    breaks: tuple[tuple[int, int], ...] = ()
    unsure: tuple[tuple[int, int], ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself; None where it does not.

    Attributes
    ----------
    issuer, superior : str or None
        The organisation that issues it, and the one above it.
    number : str or None
        Its number and sign ("07/CK-UBND").
    place : str or None
    date : date or None
        Date of issue.
    type, title : str or None
        "BẢN CAM KẾT", and what it is on.
    addressees, signers, legal_bases : tuple of str
    """

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


@quick
@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment in a document.

    Attributes
    ----------
    author, text : str
    position : Position
        Where it stands.
    """

    author: str
    text: str
    position: Position = NOWHERE


@quick
@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: blocks in reading order, metadata, and what was repaired or skipped.

    Attributes
    ----------
    name : str
        Name of the file, without its folder.
    blocks : tuple of Block
    metadata : Metadata
    format : str
        "docx", "pdf" and so on.
    repairs : tuple of (str, int)
        What was mended on reading, and how often.
    skipped : tuple of (str, str)
        What was not read, and why.
    warnings : tuple of str
        Names of what a reader should know.
    comments : tuple of Comment
    """

    name: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    format: str = ""
    repairs: tuple[tuple[str, int], ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Report:
    """Everything camket says of one document.

    Attributes
    ----------
    document : Document
    kind : {"commitment", "report", "mixed"}
    date : date or None
        Anchor of times without a year.
    annotations : tuple of Annotation
        One for each item, in reading order.
    warnings : tuple of str
        Those of the document, and "no_date".
    findings : tuple of Finding
        Those on the document as a whole.
    """

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
