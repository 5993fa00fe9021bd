"""Labelled pairs as the ranking model learns from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from camket.linking.match import annotate_pair, is_checkable
from camket.linking.shortened import expand
from camket.linking.unit import Unit, names_of, prepare
from camket.linking.views import Views
from camket.linking.weights import Background, TermWeights

Pair = Mapping[str, Any]
KINDS = ("link", "silent", "orphan")


@dataclass(frozen=True)
class Labels:
    """What a pair's annotator wrote: links by ids, commitments without an answer, reports without a promise."""

    links: frozenset[tuple[str, str]]
    silent: frozenset[str]
    orphan: frozenset[str]

    @classmethod
    def of(cls, pair: Pair) -> Labels:
        """Read them from a record of the corpus guidelines."""
        links = frozenset((link["commitment"], link["report"]) for link in pair["links"])
        return cls(links, frozenset(pair["silent"]), frozenset(pair["orphan"]))


@dataclass(frozen=True)
class Example:
    """A labelled pair: its two views, the linked places of it (n_commitments, n_reports), and all its labels."""

    views: Views
    truth: np.ndarray
    labels: Labels

    def counts(self, chosen: Iterable[tuple[int, int]]) -> np.ndarray:
        """Hits, labelled and given of links, silent and orphan if ``chosen`` places are linked; shape (3, 3)."""
        promised, told = self.views.words.commitments, self.views.words.reports
        links = {(promised[i].id, told[j].id) for i, j in chosen}
        silent = _left(promised, {c for c, _ in links})
        orphan = _left([r for r in told if is_checkable(r)], {r for _, r in links})
        both = ((self.labels.links, links), (self.labels.silent, silent), (self.labels.orphan, orphan))
        return np.array([(len(gold & given), len(gold), len(given)) for gold, given in both])


def _left(units: Iterable[Unit], used: set[str]) -> set[str]:
    return {unit.id for unit in units} - used


def examples(pairs: Iterable[Pair], background: Background) -> list[Example]:
    """Boards of labelled pairs."""
    return [_example(pair, background) for pair in pairs]


def _example(pair: Pair, background: Background) -> Example:
    commitment, report = annotate_pair(pair)
    common = names_of(str(pair.get("unit", "")))
    sides = expand(prepare(commitment, common), prepare(report, common))
    promised, told = [c for c in sides[0] if c.promises], [r for r in sides[1] if r.reports]
    views = Views.of(promised, told, TermWeights(background, sides))
    labels = Labels.of(pair)
    truth = np.array([[(c.id, r.id) in labels.links for r in told] for c in promised])
    return Example(views, truth, labels)
