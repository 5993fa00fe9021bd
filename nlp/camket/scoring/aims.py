"""Levels that an item names by its form, whatever its words: they make it all but certain that it has a target.

"Giảm số vụ … xuống dưới 17 vụ" names a quantity for the thing that is promised, and so does a figure in the column
"Chỉ tiêu" of a table. The models weigh words; a noun such as "trật tự xây dựng" or a remark in another cell must not
outweigh such a level.
"""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.cells import cells_named
from camket.records import Figure
from camket.scoring.observed import Observed
from camket.text.phrases import Phrases
from camket.text.places import first_from

# How much likelier a target is beside such a level: in the training split all 60 promises with one have a target.
_ODDS: Final = 20.0
_WORDS: Final = lexicon("aims")
_MOVES: Final = Phrases((phrase, True) for phrase in _WORDS["moves"])
_LEVELS: Final[tuple[tuple[str, ...], ...]] = tuple(tuple(phrase.split()) for phrase in _WORDS["levels"])
# Most figures do not stand behind such a word, and need not be looked at further.
_LAST: Final = frozenset(level[-1] for level in _LEVELS)
_UNNAMED: Final[tuple[str, ...]] = tuple(_WORDS["unnamed"])
_COLUMNS: Final = frozenset(["target", "plan"])


def weigh(probabilities: dict[str, float], observed: Observed) -> dict[str, float]:
    """Probabilities of an item, that of a target raised where the item names a level for what it promises.

    Where it names none they are given back unchanged.

    Examples
    --------
    >>> from camket.pipeline import observe, find_figures
    >>> from camket.records import Item
    >>> one = observe(Item("Giảm số vụ vi phạm xuống dưới 17 vụ.", "commitment"))
    >>> find_figures([one])
    >>> round(weigh({"target": 0.5}, one)["target"], 2)
    0.95
    """
    if not observed.figures or not names_level(observed):
        return probabilities
    yes = probabilities["target"] * _ODDS
    return {**probabilities, "target": yes / (yes + 1 - probabilities["target"])}


def names_level(observed: Observed) -> bool:
    """Whether a figure is the level to which a thing moves, or stands in the column of targets."""
    columns = cells_named(observed.source, _COLUMNS) if "|" in observed.source.item.text else []
    for figure in observed.figures:
        if (_in_column(figure, columns) or _is_moved_to(figure, observed)) and not _is_unnamed(figure):
            return True
    return False


def _is_unnamed(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.startswith(_UNNAMED)


def _in_column(figure: Figure, columns: list[tuple[int, int]]) -> bool:
    return bool(columns) and any(start <= figure.start and figure.end <= end for start, end in columns)


def _is_moved_to(figure: Figure, observed: Observed) -> bool:
    syllables = observed.source.syllables
    first = first_from(syllables.starts, figure.start)
    if not first or syllables.lowered[first - 1] not in _LAST:
        return False
    before = tuple(syllables.lowered[max(first - 2, 0) : first])
    if not any(before[-len(level) :] == level for level in _LEVELS):
        return False
    clause = observed.source.clause_at(first)
    return bool(_MOVES.scan(syllables.symbols[clause.first : first]))
