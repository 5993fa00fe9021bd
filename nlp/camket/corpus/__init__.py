"""The labelled corpus: reading it, checking it, and its splits."""

from camket.corpus.reader import CorpusError, corpus_dir, read_records, read_splits

__all__ = ["CorpusError", "corpus_dir", "read_records", "read_splits"]
