"""Cut many items into claims at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from camket.scoring import store
from camket.scoring.claims.chunks import Chunk, cut, trim
from camket.scoring.claims.decode import START, TAGS, best_path, spans
from camket.scoring.claims.features import chunk_features, stated_chunks, transition_features
from camket.scoring.claims.states import find_states
from camket.scoring.observed import Observed

FAMILY = "claims_segment"


def segment(batch: Sequence[Observed], acts: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Token ranges of the claims of each item."""
    chunks = [cut(observed.source.syllables) for observed in batch]
    scores = _scores(batch, chunks, acts)
    return [_ranges(o, c, s) for o, c, s in zip(batch, chunks, scores, strict=True)]


def _ranges(observed: Observed, chunks: Sequence[Chunk], scores: np.ndarray) -> list[tuple[int, int]]:
    if not chunks:
        return []
    return [trim(observed.source.syllables, *span) for span in spans(chunks, best_path(scores))]


def _scores(batch: Sequence[Observed], chunks: Sequence[Sequence[Chunk]], acts: Sequence[str]) -> list[np.ndarray]:
    """Scores of shape (n_chunks, 3, 3) for each item: own features once, and what each previous tag adds."""
    own = [row for o, c, a in zip(batch, chunks, acts, strict=True) for row in chunk_features(o, c, a)]
    after = [row for o, c in zip(batch, chunks, strict=True) for row in _transitions(o, c)]
    if not own:
        return [np.zeros((0, 3, 3))] * len(batch)
    vectoriser, models, _ = store.load(FAMILY)
    model = models["tag"]
    order = [model.classes.index(tag) for tag in TAGS]
    base = model.scores(vectoriser.transform(own))[:, order]
    added = np.asarray(vectoriser.transform(after) @ model.weights)[:, order].reshape(-1, 3, 3)
    ends = np.cumsum([len(c) for c in chunks])
    return np.split(base[:, None, :] + added, ends[:-1])


def _transitions(observed: Observed, chunks: Sequence[Chunk]) -> list[list[str]]:
    stated = stated_chunks(observed, chunks, find_states(observed.source.syllables))
    return [transition_features(chunks, i, tag if i else START, stated) for i in range(len(chunks)) for tag in TAGS]
