"""Rows of what may be claims, from cuts of documents that the cutting model has not seen.

What is cut at run time is no training text, either: so the models of labels learn from the runs they will be given,
wrong ones included, and how far the cutting model can be trusted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sklearn.model_selection import GroupKFold

from camket.scoring.claims.candidates import Candidate
from camket.scoring.claims.finder import NO_CLAIM, tell_candidates
from camket.scoring.claims.groups import Kept
from camket.scoring.claims.labels import MAKERS, claim_words
from camket.scoring.claims.segment import Cutter
from camket.scoring.claims.view import View
from camket.scoring.vectoriser import Row
from camket.scoring.words import WordIndex
from camket.training.rows import Claiming, Rows, cuts_of
from camket.training.segments import fit_segments

FOLDS = 3
# Runs at least this likely are learned from: more than are looked at later, since what is no claim teaches, too.
LEAST = 0.03
# A run is a labelled claim if they share at least this part of the characters that either holds.
_SAME = 0.5


def label_rows(claiming: Sequence[Claiming], index: WordIndex) -> Rows:
    """Rows of the runs that may be claims, with result, timing and estimate, or no claim.

    Parameters
    ----------
    claiming : sequence of (dict, Observed)
        Labelled records that claim, with their evidence.
    index : WordIndex
        The shared words.
    """
    found: list[tuple[View, list[Candidate]] | None] = [None] * len(claiming)
    documents = [record["doc"] for record, _ in claiming]
    if len(set(documents)) > 1:
        for seen, held in GroupKFold(min(FOLDS, len(set(documents)))).split(claiming, groups=documents):
            cutter = Cutter(fit_segments(cuts_of([claiming[i] for i in seen], index), index))
            looked = cutter.candidates([claiming[i][1] for i in held], LEAST)
            for i, seen_there in zip(held, looked, strict=True):
                found[i] = seen_there
    rows = Rows()
    for (record, _), one in zip(claiming, found, strict=True):
        if one:
            _add(rows, record, *one)
    return rows


def _add(rows: Rows, record: Mapping[str, Any], view: View, candidates: Sequence[Candidate]) -> None:
    syllables = view.observed.source.syllables
    kept = Kept(MAKERS)
    tell_candidates(kept, view, candidates)
    for candidate, evidence in zip(candidates, kept.rows, strict=True):
        row = Row(claim_words(view, *candidate.tokens), evidence)
        claim = _claim_at(syllables.span(*candidate.tokens), record["claims"])
        if claim is None:
            labels = dict.fromkeys(("result", "timing", "estimated"), NO_CLAIM)
        else:
            estimated = "yes" if claim["estimated"] else "no"
            labels = {"result": claim["result"], "timing": claim["timing"], "estimated": estimated}
        rows.add(row, record["doc"], **labels)


def _claim_at(span: tuple[int, int], claims: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The labelled claim that a span stands for."""
    start, end = span
    for claim in claims:
        shared = min(end, claim["end"]) - max(start, claim["start"])
        if shared >= _SAME * (max(end, claim["end"]) - min(start, claim["start"])):
            return claim
    return None
