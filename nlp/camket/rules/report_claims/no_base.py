"""A percentage of what."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import CLAIMING, Hit, Rule, View, at


class PercentageWithoutBase(Rule):
    """Tỉ lệ phần trăm không nói tính trên cái gì.

    Tiêu chí: rõ sản phẩm
    Vì sao: 95% của kế hoạch tỉnh giao khác 95% của kế hoạch huyện giao.
    Chưa rõ: Thu ngân sách tăng 9,5%.
    Rõ: Thu ngân sách tăng 9,5% so với năm 2023.
    Giới hạn: Bảng không được xét; mốc so sánh có thể ở câu trước.
    Cấu hình: không có
    """

    code = "BC05"
    name = "percentage-without-base"
    criterion = "product"
    severity = "info"
    acts = CLAIMING
    needs = "figures"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask of what a reported percentage is."""
        if " | " in view.item.text or not any(f.unit == "%" for f in view.figures):
            return
        if any(f.of is not None or f.role in ("target", "baseline") for f in view.figures):
            return
        compared = any(t.role == "reference" for t in view.times)
        for figure in view.figures:
            if figure.unit == "%" and figure.role == "actual" and figure.base is None:
                known = figure.indicator is not None if figure.direction is None else compared
                if not known:
                    yield at(figure)
                return
