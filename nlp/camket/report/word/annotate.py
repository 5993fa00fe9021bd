"""Put findings into a Word file as comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from camket.io.docx.reader import find_places
from camket.items.locate import locate
from camket.records import Annotation, Block, Report
from camket.report.findings import comment_lines, summary_line
from camket.report.word.letters import Letter, find_words, letters_of
from camket.report.word.package import WordPackage
from camket.report.word.runs import cut, highlight
from camket.report.words import Words

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "camket"
INITIALS = "CK"
MARK = "00CA4CE7"
# Colours that black text is read on, and that differ in lightness.
_COLOURS = {"error": "yellow", "warning": "yellow", "info": "cyan"}


@dataclass(frozen=True, slots=True)
class Note:
    """A comment to be written: where, its paragraphs, and the colour of its words or None."""

    block: int
    start: int
    end: int
    lines: tuple[str, ...]
    colour: str | None


def annotate_docx(data: bytes, report: Report, words: Words | None = None, *, colours: bool = True) -> bytes:
    """The file with a comment for every finding.

    A finding on words is anchored on exactly these; findings on something missing share one comment on the item; the
    first comment, on the title, sums the document up. Nothing else in the file changes.

    Parameters
    ----------
    data : bytes
        The Word file that the report was made from.
    report : Report
        Its report.
    words : Words, optional
        The language of the comments.
    colours : bool
        Whether words with a finding are highlighted, too.

    Returns
    -------
    bytes
        The new file.
    """
    words = words or Words()
    package = WordPackage(data)
    root = package.xml(package.main)
    namespace = root.tag[1:].split("}")[0]
    elements = _same_elements(data, root)
    name, comments = package.comments(namespace)
    writer = _Writer(namespace, comments)
    for note in sorted(_notes(report, words), key=lambda n: (n.block, n.start, -n.end)):
        block = report.document.blocks[note.block]
        place = (block.position.paragraph, block.position.table, block.position.row)
        if place in elements:
            writer.write(note if colours else _plain(note), block, elements[place])
    package.put(name, comments)
    package.put(package.main, root)
    return package.bytes()


def _same_elements(data: bytes, root: _Element) -> dict[tuple[Any, ...], list[_Element]]:
    """The places of the reader in a tree that keeps everything of the file: elements have the same order in both."""
    read, places = find_places(data)
    number = {element: n for n, element in enumerate(e for e in read.iter() if isinstance(e.tag, str))}
    ours = [element for element in root.iter() if isinstance(element.tag, str)]
    return {place: [ours[number[e]] for e in found if e in number] for place, found in places.items()}


def _notes(report: Report, words: Words) -> Iterator[Note]:
    first = _title(report)
    if first is not None:
        lines = [summary_line(report, words)]
        for finding in report.findings:
            lines += comment_lines(finding, words)
        block = report.document.blocks[first]
        yield Note(first, 0, len(block.original or block.text), tuple(lines), None)
    for annotation in report.annotations:
        yield from _item_notes(report, annotation, words)


def _title(report: Report) -> int | None:
    """The block with the document's title, else the first one of the body."""
    kind = report.document.metadata.type
    blocks = [(i, b) for i, b in enumerate(report.document.blocks) if b.kind not in ("header", "footer", "table_row")]
    named = next((i for i, b in blocks if kind and b.text.lower().startswith(kind.lower())), None)
    return named if named is not None else next((i for i, _ in blocks), None)


def _item_notes(report: Report, annotation: Annotation, words: Words) -> Iterator[Note]:
    missing: list[str] = []
    for finding in annotation.findings:
        lines = comment_lines(finding, words)
        if finding.start is None:
            missing += lines
            continue
        colour = _COLOURS[finding.severity] if finding.status == "open" else None
        yield from _note(report, annotation, finding.start, finding.end, lines, colour)
    if missing:
        yield from _note(report, annotation, 0, None, missing, None)


def _note(
    report: Report, annotation: Annotation, start: int, end: int | None, lines: Sequence[str], colour: str | None
) -> Iterator[Note]:
    place = locate(report.document, annotation.item, start, end)
    if place is not None:
        yield Note(place.block, place.start, place.end, tuple(lines), colour)


def _plain(note: Note) -> Note:
    return Note(note.block, note.start, note.end, note.lines, None)


class _Writer:
    """Writes notes into a tree and its comments part."""

    def __init__(self, namespace: str, comments: _Element) -> None:
        self.namespace = namespace
        self.w = f"{{{namespace}}}"
        self.comments = comments
        self.next = 1 + max((int(c.get(self.w + "id") or 0) for c in comments), default=-1)

    def write(self, note: Note, block: Block, elements: list[_Element]) -> None:
        letters = letters_of(elements)
        spell = block.original if block.original is not None else block.text
        found = find_words(letters, spell, note.start, note.end) or (0, len(letters))
        ends = self._cut(letters, *found)
        if ends is None:
            return
        first, last = ends
        if note.colour:
            for run in _runs_between(first, last):
                highlight(run, self.namespace, note.colour, MARK)
        self._anchor(first, last)
        self._comment(note.lines)
        self.next += 1

    def _cut(self, letters: Sequence[Letter], start: int, end: int) -> tuple[_Element, _Element] | None:
        """First and last run of a range of letters, cut so that they hold no more than it."""
        held = [letter for letter in letters[start:end] if letter.text is not None and letter.character.strip()]
        if not held:
            return None
        first, last = held[0], held[-1]
        same = first.text is last.text
        end_at = last.at + 1
        begin: Any = first.text
        finish: Any = last.text
        if _begins_inside(begin, first.at):
            cut(begin, first.at)
            end_at -= first.at if same else 0
        if _goes_on_after(finish, end_at):
            left, _ = cut(finish, end_at)
            begin = left if same else begin
            finish = left
        return begin.getparent(), finish.getparent()

    def _anchor(self, first: _Element, last: _Element) -> None:
        identifier = str(self.next)
        first.addprevious(self._element(first, "commentRangeStart", identifier))
        end = self._element(last, "commentRangeEnd", identifier)
        tail, last.tail = last.tail, None
        last.addnext(end)
        reference = last.makeelement(self.w + "r", nsmap=last.nsmap)
        reference.append(self._element(last, "commentReference", identifier))
        end.addnext(reference)
        reference.tail = tail

    def _element(self, beside: _Element, name: str, identifier: str) -> _Element:
        element = beside.makeelement(self.w + name, nsmap=beside.nsmap)
        element.set(self.w + "id", identifier)
        return element

    def _comment(self, lines: Sequence[str]) -> None:
        comment = self._element(self.comments, "comment", str(self.next))
        comment.set(self.w + "author", AUTHOR)
        comment.set(self.w + "initials", INITIALS)
        for line in lines:
            paragraph = comment.makeelement(self.w + "p", nsmap=comment.nsmap)
            run = paragraph.makeelement(self.w + "r", nsmap=comment.nsmap)
            text = run.makeelement(self.w + "t", nsmap=comment.nsmap)
            text.text = line
            run.append(text)
            paragraph.append(run)
            comment.append(paragraph)
        self.comments.append(comment)


def _begins_inside(text: _Element, at: int) -> bool:
    """Whether something of the run stands before a letter of it."""
    before = text.getprevious()
    return at > 0 or (before is not None and not before.tag.endswith("}rPr"))


def _goes_on_after(text: _Element, at: int) -> bool:
    return at < len(text.text or "") or text.getnext() is not None


def _runs_between(first: _Element, last: _Element) -> Iterator[_Element]:
    """Runs from one to another in document order; they may lie in different parents."""
    if first is last:
        yield first
        return
    above = set(last.iterancestors())
    common = next(element for element in first.iterancestors() if element in above)
    inside = False
    for run in common.iter(first.tag):
        inside = inside or run is first
        if inside:
            yield run
        if run is last:
            return
