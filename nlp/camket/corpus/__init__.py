"""The labelled corpus: reading it, checking it, measuring it, and taking it elsewhere and back."""

from camket.corpus.reader import (
    CorpusError,
    corpus_dir,
    plain_documents,
    read_documents,
    read_lines,
    read_pairs,
    read_records,
    read_splits,
)

__all__ = [
    "CorpusError",
    "corpus_dir",
    "plain_documents",
    "read_documents",
    "read_lines",
    "read_pairs",
    "read_records",
    "read_splits",
]
