"""A target that was already reached."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from camket.records import Figure
from camket.rules.base import Hit, Rule, View, at
from camket.rules.directions import lower_is_better


class AlreadyReached(Rule):
    """Chỉ tiêu thấp hơn hoặc không hơn mức đã đạt.

    Tiêu chí: rõ sản phẩm
    Vì sao: Việc đã xong không còn là lời hứa.
    Chưa rõ: Nâng tỷ lệ hộ dùng nước sạch từ 92% lên 90% trong năm 2024.
    Rõ: Nâng tỷ lệ hộ dùng nước sạch từ 90% lên 95% trong năm 2024.
    Giới hạn: Chỉ xét khi câu hoặc bảng nêu mức trước đó, ngay trước chỉ tiêu; “duy trì” không bị nhắc.
    Cấu hình: lower_is_better
    """

    code = "SP08"
    name = "target-already-reached"
    criterion = "product"
    needs = "targets"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask what is new where the baseline is as good as the target."""
        if len(view.figures) < 2 or "zero_tolerance" in view.labels:
            return
        for base, target in pairwise(view.figures):
            if _is_base(base, view) and target.role == "target" and _no_better(target, base, view):
                yield at(target, before=view.item.text[base.start : base.end])
                return


def _is_base(figure: Figure, view: View) -> bool:
    return figure.role == "baseline" or (figure.role == "actual" and bool(view.columns))


def _no_better(target: Figure, base: Figure, view: View) -> bool:
    """Whether the promised level is no better than the one before; unknown directions are never judged."""
    level = target.low if target.low is not None else target.high
    if level is None or base.unit != target.unit or base.low is None or base.low != base.high or base.of is not None:
        return False
    direction = target.direction
    if direction is None and view.columns:
        direction = "down" if lower_is_better(view) else "up"
    if "continuity" in view.labels or direction is None:
        return False
    return level < base.low if direction == "up" else level > base.low
