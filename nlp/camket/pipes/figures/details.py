"""Fill in what a figure carries beyond its value."""

from __future__ import annotations

from camket.records import Figure, FigureRole


def with_role(figure: Figure, role: FigureRole) -> Figure:
    """The figure with another role (several times as fast as ``dataclasses.replace``)."""
    return Figure(
        figure.start, figure.end, figure.low, figure.high, figure.of, figure.unit, role, figure.indicator, figure.base,
        figure.direction, figure.estimated, figure.warnings, figure.cues, figure.explanation,
    )  # fmt: skip
