"""One pair of sides seen in two ways, whose scores are averaged.

A word list joins different words for one thing ("thẻ BHYT", "bảo hiểm y tế") into a concept. Where it holds both,
concepts alone tell more; where it has only one, the words inside a concept do. Neither is right for every text, so
each view has weights of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from camket.linking.facts import facts_of
from camket.linking.features import Board
from camket.linking.unit import Unit
from camket.linking.weights import TermWeights

COUNT = 2


@dataclass(frozen=True)
class Views:
    """Two boards of the same commitments and reports.

    Attributes
    ----------
    words : Board
        Words inside concepts count where the concept is not shared.
    concepts : Board
        Only concepts and the words outside them count.
    """

    words: Board
    concepts: Board

    @classmethod
    def of(cls, commitments: Sequence[Unit], reports: Sequence[Unit], weights: TermWeights) -> Views:
        """Compare every commitment with every reported thing."""
        facts = facts_of(commitments, reports, weights)
        return cls(*(Board(commitments, reports, weights, inner, facts=facts).fill() for inner in (True, False)))

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of commitments and of reports."""
        return len(self.words.commitments), len(self.words.reports)

    def matrix(self) -> np.ndarray:
        """Evidence in each view; shape (2, n_commitments · n_reports, n_features)."""
        return np.stack([self.words.matrix(), self.concepts.matrix()])
