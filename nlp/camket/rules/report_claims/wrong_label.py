"""A label that the numbers do not bear out."""

from __future__ import annotations

from collections.abc import Iterator

from camket.records import Figure
from camket.rules.base import EVERY_ACT, Hit, Rule, View
from camket.rules.directions import lower_is_better


class WrongLabel(Rule):
    """Cột đánh giá không khớp với số kế hoạch và thực hiện.

    Tiêu chí: rõ sản phẩm
    Vì sao: Người đọc thường chỉ xem cột đánh giá.
    Chưa rõ: Bảng ghi kế hoạch 22 nhà, thực hiện 19 nhà, đánh giá “Đạt”.
    Rõ: Bảng ghi kế hoạch 22 nhà, thực hiện 19 nhà, đánh giá “Chưa đạt”.
    Giới hạn: Chỉ xét khi hai số cùng đơn vị; vượt mà ghi “Đạt” không bị nhắc.
    Cấu hình: lower_is_better
    """

    code = "BC07"
    name = "label-against-numbers"
    criterion = "product"
    acts = EVERY_ACT
    cues = frozenset({"exceeded", "completion_word", "shortfall"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask about a table's own label that plan and result beside it do not bear out."""
        if "assessment" not in view.columns:
            return
        label = _label(view)
        plan, actual = view.figures_in("plan")[:1], view.figures_in("actual")[:1]
        if label and plan and actual and plan[0].unit == actual[0].unit:
            value = actual[0].low if actual[0].low is not None else actual[0].high
            if value is not None and label not in _fitting(plan[0], value, lower_is_better(view)):
                yield Hit(*view.columns["assessment"])


def _label(view: View) -> str | None:
    """What the column says: "exceeded", "completed" or "shortfall"; none where it holds a figure instead."""
    start, end = view.columns["assessment"]
    inside = {cue.label for cue in view.cues if start <= cue.start and cue.end <= end}
    return next((name for name in ("shortfall", "exceeded", "completion_word") if name in inside), None)


def _fitting(plan: Figure, value: float, lower: bool) -> tuple[str, ...]:
    """Labels that the numbers allow."""
    low, high = plan.low, plan.high
    if lower and low == high:
        low, high = None, high
        better = value < (plan.high or 0)
    elif low is None:
        better = False
    else:
        better = value > (high if high is not None else low)
    reached = (low is None or value >= low) and (low is not None or high is None or value <= high)
    if not reached:
        return ("shortfall",)
    return ("exceeded", "completion_word") if better or low is None else ("completion_word",)
