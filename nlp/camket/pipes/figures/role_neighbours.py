"""How a figure stands to the ones beside it: totals stand before their parts, results before their plans."""

from __future__ import annotations

from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.pipes.figures.role_context import RoleContext
from camket.pipes.role_model import Feature, Group, Makers
from camket.records import Figure

# How many of the figures behind it are compared with it in number.
_SIGHT = 5
# How many words behind it are searched.
_FAR = 24
_STATING = frozenset(lexicon("figure_roles")["neighbours"]["stating"])


def add_neighbours(found: list[Group], context: RoleContext, figures: Sequence[Figure], k: int) -> None:
    """Compare a figure with those before and behind it, and tell whether it is the subject of its clause."""
    figure, (first, last) = figures[k], context.spans[k]
    value, unit = _value(figure), figure.unit
    for side, n in (("behind", k + 1), ("in front", k - 1)):
        if 0 <= n < len(figures):
            other = figures[n]
            distance = max(context.spans[n][0] - last, first - context.spans[n][1])
            word = (context.left(n)[-1:] or ["-"])[0]
            found.append(("beside", side, other.unit == unit, _compare(value, other), word, min(distance // 3, 4)))
        else:
            found.append(("none " + side, ""))
    smaller = sum(other.unit == unit and _value(other) < value for other in figures[k + 1 : k + _SIGHT])
    clause = context.source.clause_at(first)
    stated = not _STATING.isdisjoint(context.words[last : min(clause.last, last + _FAR)])
    found.append(("smaller ones", str(min(smaller, 3))))
    found.append(("subject", first - clause.first <= 1, stated, clause.mood))


def _value(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high or 0.0


def _compare(value: float, other: Figure) -> str:
    than = _value(other)
    return ">" if value > than else "<" if value < than else "="


def _beside(side: str, same: bool, relation: str, word: str, distance: int) -> list[Feature]:
    signs = f"{same} {relation}"
    return [(side, signs), (side + " word", f"{signs} {word}"), (side + " far", f"{signs} {distance}")]


def _subject(first: bool, stated: bool, mood: str) -> list[Feature]:
    return [("subject", f"{first} {stated}"), ("subject mood", f"{first} {stated} {mood}")]


NEIGHBOURS: Makers = {"beside": _beside, "subject": _subject}
