"""Draw reliability diagrams."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from camket.evaluation.calibration import Bin


def draw_calibration(path: Path, field: str, bins: Sequence[Bin]) -> bool:
    """Write a reliability diagram as SVG; False where matplotlib (extra "train") is not installed.

    The same bins give the same bytes: no date, fixed ids.
    """
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError:
        return False
    with rc_context({"svg.hashsalt": "camket", "svg.fonttype": "none", "font.size": 11}):
        figure = Figure(figsize=(4.2, 3.6), layout="constrained")
        axes = figure.subplots()
        axes.plot([0, 1], [0, 1], color="#767676", linestyle="--", linewidth=1, label="hoàn toàn đúng mức")
        axes.plot([b.confidence for b in bins], [b.accuracy for b in bins], color="#0072B2", marker="o", label=field)
        for found in bins:
            place = (found.confidence, found.accuracy)
            axes.annotate(str(found.count), place, (4, -11), textcoords="offset points", fontsize=8)
        axes.set(xlim=(0, 1.02), ylim=(0, 1.02), xlabel="xác suất camket nêu", ylabel="tỷ lệ đúng")
        axes.legend(loc="upper left", frameon=False)
        figure.savefig(path, format="svg", metadata={"Date": None, "Creator": "camket"})
    return True
