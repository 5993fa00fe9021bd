"""Charts of a register as SVG; matplotlib comes with the extra ``charts``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_DONE, _REST = "#2e7d32", "#cfd8dc"


class ChartsError(RuntimeError):
    """Matplotlib is not installed; the message says what to do."""


def completion_chart(rows: Sequence[tuple[str, int, int]], path: str | Path, title: str) -> None:
    """Bars of commitments met out of all, one for each name.

    Parameters
    ----------
    rows : sequence of (str, int, int)
        Name, met, all.
    path : str or Path
        The .svg file.
    title : str

    Raises
    ------
    ChartsError
        Without matplotlib.
    """
    try:
        import matplotlib
    except ImportError as error:
        raise ChartsError("Để vẽ biểu đồ, hãy cài thêm: pip install camket[charts]") from error
    matplotlib.rcParams["svg.fonttype"] = "none"
    matplotlib.rcParams["svg.hashsalt"] = "camket"
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 1 + 0.35 * max(1, len(rows))), layout="tight")
    axes = figure.subplots()
    names = [row[0] for row in reversed(rows)]
    axes.barh(names, [row[2] for row in reversed(rows)], color=_REST)
    axes.barh(names, [row[1] for row in reversed(rows)], color=_DONE)
    for place, (_, met, total) in enumerate(reversed(rows)):
        axes.text(total, place, f" {met}/{total}", va="center")
    axes.set_title(title)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, format="svg", metadata={"Date": None})
