"""Charts of a register as SVG; matplotlib comes with the extra ``charts``."""

from __future__ import annotations

import io
from collections.abc import Sequence

_DONE, _REST, _INK = "#0072b2", "#d9d9d9", "#1a1a1a"
_MOST = 40  # bars of one chart
_BAR, _FRAME = 0.34, 1.3  # inches a bar and around the bars


class ChartsError(RuntimeError):
    """Matplotlib is not installed; the message says what to do."""


def completion_chart(rows: Sequence[tuple[str, int, int]], title: str, legend: tuple[str, str]) -> bytes:
    """Bars of commitments met out of all, one for each name; the first 40 names.

    Parameters
    ----------
    rows : sequence of (str, int, int)
        Name, met, all.
    title : str
    legend : (str, str)
        What the two colours mean: met, all.

    Returns
    -------
    bytes
        An .svg file; the same rows give the same bytes.

    Raises
    ------
    ChartsError
        Without matplotlib.
    """
    try:
        import matplotlib
    except ImportError as error:
        raise ChartsError("Để vẽ biểu đồ, hãy cài thêm: pip install camket[charts]") from error
    settings = {"svg.fonttype": "none", "svg.hashsalt": "camket", "font.family": "DejaVu Serif"}
    with matplotlib.rc_context(settings):
        return _drawn(list(reversed(rows[:_MOST])), title, legend)


def _drawn(rows: Sequence[tuple[str, int, int]], title: str, legend: tuple[str, str]) -> bytes:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, _FRAME + _BAR * max(1, len(rows))), layout="constrained")
    axes = figure.subplots()
    names, places = [row[0] for row in rows], range(len(rows))
    axes.barh(places, [row[2] for row in rows], color=_REST, label=legend[1])
    axes.barh(places, [row[1] for row in rows], color=_DONE, label=legend[0])
    axes.set_yticks(places, names)
    for place, (_, met, total) in zip(places, rows, strict=True):
        axes.text(total, place, f"  {met}/{total}", va="center", color=_INK)
    axes.set_title(title, loc="left")
    axes.margins(x=0.12)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.spines[["top", "right"]].set_visible(False)
    figure.legend(loc="outside lower right", ncols=2, frameon=False)
    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()
