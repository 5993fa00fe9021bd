"""Training rows: features as the pipeline sees them, labels from the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from camket import pipeline
from camket.convert import record_to_item
from camket.pipes import figures, times
from camket.scoring.claims.chunks import Chunk, cut
from camket.scoring.claims.decode import BEGIN, INSIDE, OUTSIDE, START
from camket.scoring.claims.features import chunk_features, stated_chunks, transition_features
from camket.scoring.claims.finder import claim_rows as claim_features_of
from camket.scoring.claims.states import find_states
from camket.scoring.features import item_features
from camket.scoring.observed import Observed
from camket.text.lexer import Syllables

Record = Mapping[str, Any]


@dataclass
class Rows:
    """Feature rows with one label list for each model, and the document of each row."""

    features: list[list[str]] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    labels: dict[str, list[str]] = field(default_factory=dict)

    def add(self, features: list[str], document: str, **labels: str) -> None:
        """Append one row."""
        self.features.append(features)
        self.documents.append(document)
        for name, label in labels.items():
            self.labels.setdefault(name, []).append(label)


def observe(records: Iterable[Record]) -> list[Observed]:
    """Run the steps before the act is known, on the text alone."""
    observed = [pipeline.observe(record_to_item(record)) for record in records]
    for name in ("camket_times", "camket_figures", "camket_cues"):
        pipeline.STEPS[name](observed)
    return observed


def act_rows(records: Sequence[Record], observed: Sequence[Observed]) -> Rows:
    """One row an item; the target of what is no commitment is "none"."""
    rows = Rows()
    for record, one in zip(records, observed, strict=True):
        target = {True: "yes", False: "no", None: "none"}[record["target"]]
        rows.add(item_features(one), record["doc"], act=record["act"], target=target)
    return rows


def claim_rows(records: Sequence[Record], observed: Sequence[Observed]) -> tuple[Rows, Rows]:
    """Rows for the tags of chunks and for the labels of claims; evidence takes its final roles from the labelled act."""
    tags, labels = Rows(), Rows()
    for record, one in zip(records, observed, strict=True):
        act = record["act"]
        one.times = times.assign_roles(one.times, one.source, act)
        one.figures = figures.assign_roles(one.figures, one.source, act, one.times)
        chunks = cut(one.source.syllables)
        labelled = chunk_tags(one.source.syllables, chunks, record)
        for row, tag in zip(_tag_rows(one, chunks, act, labelled), labelled, strict=True):
            tags.add(row, record["doc"], tag=tag)
        ranges = [token_range(one.source.syllables, claim) for claim in record["claims"]]
        for features, claim in zip(claim_features_of(one, ranges, act), record["claims"], strict=True):
            estimated = "yes" if claim["estimated"] else "no"
            labels.add(features, record["doc"], result=claim["result"], timing=claim["timing"], estimated=estimated)
    return tags, labels


def _tag_rows(observed: Observed, chunks: Sequence[Chunk], act: str, labelled: Sequence[str]) -> list[list[str]]:
    """Features of each chunk with those of the labelled tag before it."""
    stated = stated_chunks(observed, chunks, find_states(observed.source.syllables))
    before = [START, *labelled[:-1]]
    return [
        row + transition_features(chunks, i, before[i], stated)
        for i, row in enumerate(chunk_features(observed, chunks, act))
    ]


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
