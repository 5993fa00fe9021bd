"""Give figures their final role, once the item's act is known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from camket.pipes.figures.details import describe
from camket.pipes.figures.parts import mark_parts
from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_features import MAKERS, tell_figure
from camket.pipes.figures.roles import SETTLED, decide
from camket.pipes.role_model import RoleModel, find_weights, read_role_model
from camket.pipes.source import Source
from camket.records import Act, Figure, FigureRole, Time

MODEL: Final = "figure_roles"
ROLES: Final[tuple[FigureRole, ...]] = ("target", "actual", "baseline", "other")


def assign_roles(
    figures: Sequence[Figure], source: Source, act: Act, times: Sequence[Time] = (), target: bool | None = None
) -> tuple[Figure, ...]:
    """Decide for each figure of an item whether it is promised, reached, compared with, or none of these.

    Rules answer first; a small linear model over the words around the figure has the last word where it is sure of
    another answer. Without a trained model in the installation the rules decide alone.

    Parameters
    ----------
    figures : sequence of Figure
        From :func:`camket.pipes.figures.find_figures`.
    source : Source
        The same item.
    act : Act
        What the item does as a whole: the same words are a target in a commitment and a result in a claim.
    times : sequence of Time
        The item's times; only their spans count.
    target : bool, optional
        Whether a promise can be checked, where that is known: what can't be promises no figure.

    Returns
    -------
    tuple of Figure
        The same figures with role, measured noun phrase, base of comparison, direction, certainty and cues.

    Examples
    --------
    >>> from camket.pipes.figures import find_figures
    >>> from camket.records import Item
    >>> source = Source(Item("Thu ngân sách đạt 94,85%/KH 95,5%; giảm hộ nghèo từ 6,2% xuống 4,9%.", "report"))
    >>> [f.role for f in assign_roles(find_figures(source), source, "claim")]
    ['actual', 'target', 'baseline', 'actual']
    """
    if not figures:
        return ()
    context = RoleContext(figures, source, times)
    model = _load_model()
    found = []
    for k in range(len(figures)):
        rule = decide(context, figures, k, act)
        role: str = rule[0]
        adder = model.adder(act) if model and rule[1] not in SETTLED else None
        if model and adder:
            tell_figure(adder, context, figures, k, rule)
            role = model.best(adder)
        found.append(describe(context, figures, k, _agreeing(role, target)))  # type: ignore[arg-type]
    return mark_parts(found, source)


def _agreeing(role: str, target: bool | None) -> str:
    """The role, made to agree with the item's target."""
    return "other" if role == "target" and target is False else role


@cache
def _load_model() -> RoleModel | None:
    path = find_weights(MODEL)
    return read_role_model(path, MAKERS) if path else None
