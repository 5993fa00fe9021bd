"""A number of what."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class FigureWithoutUnit(Rule):
    """Con số không có đơn vị tính.

    Tiêu chí: rõ sản phẩm
    Vì sao: Không biết đang đếm gì thì không so được.
    Chưa rõ: Thu ngân sách năm 2024 đạt 3.868.
    Rõ: Thu ngân sách năm 2024 đạt 3.868 triệu đồng.
    Giới hạn: Trong bảng, đơn vị có thể ở tiêu đề mà tệp không cho biết; khi đó chỉ ở mức info.
    Cấu hình: units
    """

    code = "SP06"
    name = "figure-without-unit"
    criterion = "product"
    acts = frozenset({"commitment", "claim"})
    needs = "warned"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask what a number counts."""
        for figure in view.warned:
            if "unit_missing" in figure.warnings and figure.of is None and figure.role in ("target", "actual"):
                yield at(figure, "info" if " | " in view.item.text else None)
                return
