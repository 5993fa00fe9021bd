"""What speaks for and against a link between a commitment and a reported thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from camket.linking.facts import Facts, facts_of
from camket.linking.parts import Part, parts_of
from camket.linking.subject import is_telling, strange_words
from camket.linking.unit import Unit
from camket.linking.weights import TermWeights
from camket.linking.words import CONTINUES

NAMES = (
    "part_covered", "rarest", "shared_mass", "topic_first", "names", "echo", "measure", "no_figures",
    "praise", "first_here", "first_there", "gap_here", "gap_there", "general", "apart", "number_same", "core", "before",
    "position", "head_here", "head_there", "goes_on", "cosine", "gap_both", "size", "other_measure", "core_there",
    "figure_fit", "no_fit", "other_work", "other_work_there", "subject", "clause_fit", "clause_gap", "clause_first",
    "clause_own", "clause_share", "telling", "untold", "same_work", "plan", "adds_up",
)  # fmt: skip

_CORE = 4
_HEAD = 6
_TOPIC_OF_ITS_OWN = 0.5


@dataclass(frozen=True)
class Evidence:
    """What was seen between a commitment and a reported thing.

    Attributes
    ----------
    values : dict of str to float
        By name of :data:`NAMES`.
    terms : tuple of str
        Terms in both, the most telling first.
    """

    values: dict[str, float]
    terms: tuple[str, ...] = ()

    def row(self) -> list[float]:
        """The values in the order of :data:`NAMES`."""
        return [self.values[name] for name in NAMES]


@dataclass
class Board:
    """All pairs of two sides with their evidence.

    ``inner`` tells whether words inside concepts count, too, where the concept itself is not shared; ``facts`` are
    those of :func:`camket.linking.facts.facts_of`, which hold for every view of the same sides.
    """

    commitments: Sequence[Unit]
    reports: Sequence[Unit]
    weights: TermWeights
    inner: bool = True
    cells: dict[tuple[int, int], Evidence] = field(default_factory=dict)
    facts: dict[tuple[int, int], Facts] = field(default_factory=dict)

    def fill(self) -> Board:
        """Compare every commitment with every reported thing."""
        promised = [[*parts_of(c)] for c in self.commitments]
        told = [[*parts_of(r)] for r in self.reports]
        facts = self.facts or facts_of(self.commitments, self.reports, self.weights)
        for i, commitment in enumerate(self.commitments):
            for j, report in enumerate(self.reports):
                self.cells[i, j] = _compare((commitment, promised[i]), (report, told[j]), self, facts[i, j])
        _rank(self)
        return self

    def matrix(self) -> np.ndarray:
        """Rows of evidence, commitments in the outer loop; shape (n_commitments · n_reports, n_features)."""
        return np.array([cell.row() for cell in self.cells.values()], dtype=np.float64).reshape(-1, len(NAMES))


def _inner(board: Board, unit: Unit, shared: set[str]) -> set[str]:
    """Words of the concepts that the other side does not have."""
    if not board.inner:
        return set()
    return {term.name for term in unit.inner if term.inside not in shared}


def _names(terms: Iterable[Any]) -> set[str]:
    return {term.name for term in terms}


def _compare(
    mine: tuple[Unit, Sequence[Part]], theirs: tuple[Unit, Sequence[Part]], board: Board, facts: Facts
) -> Evidence:
    (commitment, promised), (report, told) = mine, theirs
    weights = board.weights
    here, there = _names(commitment.terms), _names(report.terms)
    same = here & there
    inner = _inner(board, commitment, same), _inner(board, report, same)
    mass_here, mass_there = weights.mass(here), weights.mass(there)
    here, there = here | inner[0], there | inner[1]
    strange = strange_words(commitment.text, report.text)
    there = {term for term in there if not any(word in strange for word in term.split())} if strange else there
    shared = here & there
    telling = weights.mass(term for term in shared if is_telling(term))
    mass = weights.mass(shared)
    topic = _names(report.topic) & here
    names = commitment.names & report.names
    values = {
        **facts,
        "cosine": mass / (mass_here * mass_there) ** 0.5 if mass else 0.0,
        "part_covered": max((_share(p.names, there, weights) for p in promised), default=0.0),
        "clause_covered": max((_share(p.names, here, weights) for p in told), default=0.0),
        "telling": min(telling, 8.0) / 4,
        "untold": float(bool(shared) and not telling),
        "rarest": max((weights[t] for t in shared), default=0.0),
        "shared_mass": min(mass, 8.0) / 4,
        "topic": min(weights.mass(topic), 4.0) / 2,
        "names": min(2, len(names)),
        "other_names": float(bool(commitment.names) and bool(report.names) and not names),
        "praise": float(report.is_praise),
        "general": float("general" in report.cues),
        "core": _core(here, there, weights),
        "core_there": _core(_names(report.terms), here, weights),
        "gap_both": 0.0,
        "before": 0.0,
        "goes_on": 0.0,
        "head_here": _head(commitment, there, weights),
        "head_there": _head(report, here, weights),
    }
    order = sorted(shared, key=lambda t: (-weights[t], t))
    return Evidence(values, tuple(order))


def _share(part: frozenset[str], other: set[str], weights: TermWeights) -> float:
    whole = weights.mass(part)
    # A clause of two common words says little even if both are shared.
    return weights.mass(part & other) / (whole + 1.0)


def _core(here: set[str], there: set[str], weights: TermWeights) -> float:
    """Share of the commitment's most telling words that the report has."""
    words = sorted((t for t in here if " " not in t), key=lambda t: (-weights[t], t))[:_CORE]
    return weights.mass(w for w in words if w in there) / (weights.mass(words) + 0.2) if words else 0.0


def _head(unit: Unit, other: set[str], weights: TermWeights) -> float:
    """Share of an item's first words that the other side has: they mostly name its subject."""
    first = list(dict.fromkeys(t.name for t in unit.terms if " " not in t.name))[:_HEAD]
    return weights.mass(w for w in first if w in other) / (weights.mass(first) + 0.2)


def _strength(values: dict[str, float]) -> float:
    return (
        values["cosine"] + 0.5 * values["part_covered"] + 0.5 * values["clause_covered"] + 0.15 * values["names"]
        + 0.2 * values["echo"] + 0.1 * values["topic"] + 0.2 * values["number_same"] - 0.3 * values["other_names"]
        - 0.4 * values["apart"]
    )  # fmt: skip


def _rank(board: Board) -> None:
    """How a pair stands among the other answers to its commitment and the other promises of its report."""
    strength = {key: _strength(cell.values) for key, cell in board.cells.items()}
    rows, columns = _leaders(strength, 0), _leaders(strength, 1)
    topics = _leaders({key: cell.values["topic"] for key, cell in board.cells.items()}, 1)
    for (i, j), cell in board.cells.items():
        own, values = strength[i, j], cell.values
        here, there = _other(rows[i], own), _other(columns[j], own)
        values.update(
            first_here=float(own >= here), first_there=float(own >= there), gap_here=own - here, gap_there=own - there,
            gap_both=own - max(here, there), before=_goes_on(board, strength, i, j),
            goes_on=_goes_on(board, strength, i, j) * _continues(board.reports[j], values, there),
            topic_first=float(values["topic"] > 0 and values["topic"] >= topics[j][0]),
            position=_distance(board, i, j),
        )  # fmt: skip


def _leaders(strength: dict[tuple[int, int], float], axis: int) -> dict[int, tuple[float, float]]:
    """The two highest values of each row (axis 0) or column (axis 1)."""
    lines: dict[int, list[float]] = {}
    for key, value in strength.items():
        lines.setdefault(key[axis], []).append(value)
    return {line: tuple(sorted([*values, 0.0, 0.0], reverse=True)[:2]) for line, values in lines.items()}  # type: ignore[misc]


def _other(leaders: tuple[float, float], own: float) -> float:
    """The highest value of a line beside one's own."""
    return leaders[1] if own >= leaders[0] else leaders[0]


def _goes_on(board: Board, strength: dict[tuple[int, int], float], i: int, j: int) -> float:
    """Strength of the item before under the same heading: "Riêng thôn 3 mới xong móng" goes on with it."""
    if j == 0 or board.reports[j].label:
        return 0.0
    return min(1.0, max(0.0, strength[i, j - 1]))


def _continues(report: Unit, values: dict[str, float], there: float) -> float:
    """Whether an item names no other promise's subject and goes on by its wording or in the same measure."""
    if there > _TOPIC_OF_ITS_OWN:
        return 0.0
    return 0.5 * values["measure"] + 0.5 * bool(CONTINUES.match(report.text.lower()))


def _distance(board: Board, i: int, j: int) -> float:
    """How far apart the two stand in their documents, 0 to 1: reports mostly follow the order of what was promised."""
    last, final = max(1, len(board.commitments) - 1), max(1, len(board.reports) - 1)
    return abs(i / last - j / final)
