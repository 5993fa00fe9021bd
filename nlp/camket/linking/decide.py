"""Choose links from probabilities, and what is known of names and numbers beside what the weights learned."""

from __future__ import annotations

from collections import Counter

import numpy as np

from camket.lexicons import lexicon
from camket.linking.facets import kinds, numbered
from camket.linking.features import Board, Evidence
from camket.linking.unit import Unit
from camket.text.spelling import tone_key

# Things of another name or number are other things: in the labelled pairs hardly one in a hundred such pairs is linked,
# and too few documents show it for the weights alone to learn.
_APART = 0.8
# Where one promise alone has a proper name or numbered place and a report has it too, nineteen of twenty such pairs are
# linked; rare names are in too few documents for the weights to learn it.
_OWN_MARK = 5.0  # times the odds
# Two things of one pair of short documents may share no more than words of offices; most that do are strangers.
_ADRIFT = 0.5
_OFFICES = frozenset(tone_key(word) for word in lexicon("linking")["offices"]["words"])
_DOUBT = 0.08  # probability from which an answer that is not linked is still shown


def discount(board: Board, chances: np.ndarray) -> np.ndarray:
    """Probabilities after what too few documents show, shape (n_commitments, n_reports).

    Those of things apart or with only words of offices in common are lowered, those of names of their own raised.
    """
    apart = values_of(board, "apart")
    raised = _OWN_MARK * chances / (1 + (_OWN_MARK - 1) * chances)
    found = np.where(own_marks(board) & (apart == 0), raised, chances * (1 - _APART * apart))
    return np.asarray(found * np.where(anchored(board), 1.0, _ADRIFT))


def is_open(board: Board) -> np.ndarray:
    """Which commitments have no target, shape (n_commitments, 1): any deed may answer them, in words of its own."""
    return np.array([[c.annotation.judgement.target is False] for c in board.commitments], dtype=bool)


def values_of(board: Board, name: str) -> np.ndarray:
    """One kind of the first look's evidence, shape (n_commitments, n_reports)."""
    shape = len(board.commitments), len(board.reports)
    return np.array([cell.values[name] for cell in board.cells.values()]).reshape(shape)


def own_marks(board: Board) -> np.ndarray:
    """Whether two things share a name, number or short form that no other commitment has, shape like the board."""
    mine, theirs = [marks_of(c) for c in board.commitments], [marks_of(r) for r in board.reports]
    counts = Counter(mark for marks in mine for mark in marks)
    shared = [any(counts[mark] == 1 for mark in here & there) for here in mine for there in theirs]
    return np.array(shared, dtype=bool).reshape(len(mine), len(theirs))


def marks_of(unit: Unit) -> frozenset[str]:
    """Proper names, numbered places and short forms in a unit; seasons and other kinds are none."""
    places = (f"{noun} {number}" for noun, numbers in numbered(unit.text).items() for number in numbers)
    return frozenset((*(name for name in unit.names if not kinds(name)), *places, *unit.short))


def anchored(board: Board) -> np.ndarray:
    """Whether two things share more than the words of offices and grammar, shape like the board.

    A concept, a name, two syllables in a row, a telling number or two telling syllables: "Giám đốc Sở" in both says
    who, not what.
    """
    shape = len(board.commitments), len(board.reports)
    return np.array([_is_anchored(cell) for cell in board.cells.values()], dtype=bool).reshape(shape)


def _is_anchored(cell: Evidence) -> bool:
    if any(cell.values[name] >= 1 for name in ("echo", "names", "number_same", "plan", "adds_up")):
        return True
    told = [term for term in cell.terms if not all(word in _OFFICES for word in term.split())]
    return any(term[0] == "#" or " " in term for term in told) or len(told) > 1


def choose(chances: np.ndarray, threshold: float) -> list[tuple[int, int]]:
    """Pairs (commitment, report) that are linked, many to many, in the order of the report.

    Parameters
    ----------
    chances : ndarray of shape (n_commitments, n_reports)
        Probability of each pair.
    threshold : float
        Probability from which a pair is linked.

    Examples
    --------
    >>> choose(np.array([[0.9, 0.3], [0.1, 0.6]]), threshold=0.5)
    [(0, 0), (1, 1)]
    """
    chosen = ((int(i), int(j)) for i, j in np.argwhere(chances >= threshold))
    return sorted(chosen, key=lambda pair: (pair[1], pair[0]))


def doubtful(chances: np.ndarray, chosen: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The likeliest answer to each commitment that is left without one, where it is not ruled out: for a person."""
    answered = {i for i, _ in chosen}
    left = [i for i in range(len(chances)) if i not in answered and chances.shape[1]]
    best = [(i, int(chances[i].argmax())) for i in left]
    return [(i, j) for i, j in best if chances[i, j] >= _DOUBT]
