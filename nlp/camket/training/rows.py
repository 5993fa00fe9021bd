"""Training rows: evidence as the pipeline finds it, labels from the corpus."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from camket import pipeline
from camket.convert import record_to_item
from camket.pipes import figures, times
from camket.scoring.acts import joint
from camket.scoring.claims.chunks import Chunk, cut
from camket.scoring.claims.decode import BEGIN, INSIDE, OUTSIDE
from camket.scoring.features import item_row
from camket.scoring.observed import Observed
from camket.scoring.vectoriser import Row
from camket.scoring.words import WordIndex
from camket.text.lexer import Syllables
from camket.training.segments import Cuts

Record = Mapping[str, Any]
# A labelled record that claims, and its evidence.
Claiming = tuple[Record, Observed]
# Real reports repeat plain words, most of the corpus is rich in odd ones. Chosen on the validation split.
PLAIN_COUNTS = 2


@dataclass
class Rows:
    """Rows with one label list for each model and the document of each row."""

    rows: list[Row] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    labels: dict[str, list[str]] = field(default_factory=dict)

    def add(self, row: Row, document: str, **labels: str) -> None:
        """Append one row."""
        self.rows.append(row)
        self.documents.append(document)
        for name, label in labels.items():
            self.labels.setdefault(name, []).append(label)


def observe(records: Iterable[Record]) -> list[Observed]:
    """Run the steps before the act is known, on the text alone."""
    observed = [pipeline.observe(record_to_item(record)) for record in records]
    for name in ("camket_times", "camket_figures", "camket_cues"):
        pipeline.STEPS[name](observed)
    return observed


def act_rows(records: Sequence[Record], observed: Sequence[Observed], index: WordIndex) -> Rows:
    """One row an item; commitments with and without a target are two classes (:data:`camket.scoring.acts.CLASSES`)."""
    rows = Rows()
    for record, one in zip(records, observed, strict=True):
        rows.add(item_row(one, index), record["doc"], act=joint(record["act"], record["target"]))
    return rows


def claiming_items(records: Sequence[Record], observed: Sequence[Observed]) -> list[Claiming]:
    """The items that make claims and can be cut, with the roles of times and figures that claims give them."""
    found = []
    for record, one in zip(records, observed, strict=True):
        if record["act"] == "claim" and cut(one.source.syllables):
            one.times = times.assign_roles(one.times, one.source, "claim")
            one.figures = figures.assign_roles(one.figures, one.source, "claim", one.times)
            found.append((record, one))
    return found


def counted(claiming: Iterable[Claiming], plain: Collection[str]) -> list[Claiming]:
    """Those of documents in plain wording as often as they count, each other one once."""
    return [one for one in claiming for _ in range(PLAIN_COUNTS if one[0]["doc"] in plain else 1)]


def cuts_of(claiming: Sequence[Claiming], index: WordIndex) -> Cuts:
    """Labelled cuts into claims."""
    cuts = Cuts()
    for record, one in claiming:
        syllables = one.source.syllables
        cuts.add(one, index, chunk_tags(syllables, cut(syllables), record))
    return cuts


def chunk_tags(syllables: Syllables, chunks: Sequence[Chunk], record: Record) -> list[str]:
    """Tag of each chunk: whether a labelled claim begins in it, goes on, or holds less than half of it."""
    tags, previous = [], None
    for chunk in chunks:
        start, end = syllables.span(chunk.first, chunk.last)
        shares = [min(end, c["end"]) - max(start, c["start"]) for c in record["claims"]]
        best = max(range(len(shares)), key=shares.__getitem__, default=None)
        if best is None or shares[best] < (end - start) / 2:
            tags.append(OUTSIDE)
        else:
            tags.append(INSIDE if best == previous else BEGIN)
            previous = best
    return tags


def token_range(syllables: Syllables, span: Record) -> tuple[int, int]:
    """Tokens that a character span touches."""
    first = next(i for i, end in enumerate(syllables.ends) if end > span["start"])
    last = next((i for i, start in enumerate(syllables.starts) if start >= span["end"]), len(syllables))
    return first, max(last, first + 1)
