"""Find the claims of many items at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from camket.records import Claim
from camket.scoring import store
from camket.scoring.claims.candidates import Candidate, TokenRange
from camket.scoring.claims.decode import best_set
from camket.scoring.claims.groups import Adder, Sums, Teller, WordSums
from camket.scoring.claims.labels import MAKERS, Setting, claim_words, tell_claim
from camket.scoring.claims.segment import candidates
from camket.scoring.claims.view import View
from camket.scoring.observed import Observed

FAMILY: Final = "claims_label"
# The class of what only looks like a claim.
NO_CLAIM: Final = "-"
# F1 grows by naming what is right with a probability above half of the F1 that is reached (Lipton et al. 2014).
_WORTH: Final = 0.35
_LABELS: Final = ("result", "timing", "estimated")
Label = tuple[str, str, bool, float]


def find_claims(batch: Sequence[Observed]) -> list[tuple[Claim, ...]]:
    """Claims of each item of a batch, in order, without overlaps; only items whose act is "claim" have any.

    Parameters
    ----------
    batch : sequence of Observed
        Items with their act and final evidence.
    """
    claiming = [one for one in batch if one.act == "claim"]
    found = iter(_find(claiming) if claiming else ())
    return [next(found) if one.act == "claim" else () for one in batch]


def _find(claiming: Sequence[Observed]) -> Iterator[tuple[Claim, ...]]:
    looked = candidates(claiming)
    labels, values = _labeller().label(looked)
    start = 0
    for view, found in looked:
        end = start + len(found)
        # An item that claims holds a claim, however little its chunks look like one.
        chosen = best_set([candidate.run for candidate in found], values[start:end])
        yield tuple([_claim(view, found[i].tokens, labels[start + i]) for i in chosen])
        start = end


def tell_candidates(teller: Teller, view: View, found: Sequence[Candidate]) -> None:
    """Evidence of what may be claims: what they say, and how likely they are to be claims."""
    setting = Setting(view)
    for candidate in found:
        tell_claim(teller, view, *candidate.tokens, setting)
        teller.tell("chance", candidate.odds)
        teller.tell("chance of like", candidate.odds_of_like)
        teller.close()


class Labeller:
    """A family's models of result, timing and estimate, with the sums of their weights that repeat."""

    def __init__(self, family: store.Family) -> None:
        self.family = family
        self._models = [family.models[name] for name in _LABELS]
        self._sums = Sums(family.vectoriser, self._models, MAKERS)
        self._words = WordSums(family.vectoriser, self._models)

    def label(self, looked: Sequence[tuple[View, Sequence[Candidate]]]) -> tuple[list[Label], list[float]]:
        """Result, timing, estimated and the result's probability of each candidate, and what naming it is worth."""
        words = [claim_words(view, *candidate.tokens) for view, found in looked for candidate in found]
        if not words:
            return [], []
        adder = Adder(self._sums)
        for view, found in looked:
            tell_candidates(adder, view, found)
        scores = self._sums.scores(adder.rows) + self._words.scores(words)
        ends = np.cumsum([len(model.classes) for model in self._models])[:-1]
        parts = zip(self._models, np.split(scores, ends, axis=1), strict=True)
        (results, sure, claimed), (timings, _, _), (estimates, _, _) = (
            _best(model.classes, model.softmax(own)) for model, own in parts
        )
        labels = [(r, t, e == "yes", p) for r, t, e, p in zip(results, timings, estimates, sure, strict=True)]
        return labels, [p - _WORTH for p in claimed]


# The labeller of the models in use: made again where others are used.
_made: list[Labeller] = []


def _labeller() -> Labeller:
    family = store.load(FAMILY)
    if not _made or _made[0].family is not family:
        _made[:] = [Labeller(family)]
    return _made[0]


def _best(classes: Sequence[str], chances: np.ndarray) -> tuple[list[str], list[float], list[float]]:
    """The most probable class of each row if it is a claim, its probability then, and that of being one."""
    real = [i for i, label in enumerate(classes) if label != NO_CLAIM]
    chances = chances[:, real]
    claimed = chances.sum(axis=1)
    best = chances.argmax(axis=1)
    sure = chances[np.arange(len(best)), best] / np.maximum(claimed, 1e-9)
    return [classes[real[i]] for i in best.tolist()], sure.tolist(), claimed.tolist()


def _claim(view: View, span: TokenRange, label: Label) -> Claim:
    start, end = view.observed.source.syllables.span(*span)
    result, timing, estimated, probability = label
    return Claim(start, end, result, timing, estimated, probability, view.cues(start, end))  # type: ignore[arg-type]
