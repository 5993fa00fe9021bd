"""Late without a cause."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import CLAIMING, Hit, Rule, View, at


class LateWithoutCause(Rule):
    """Chậm hoặc không đạt mà không nêu nguyên nhân.

    Tiêu chí: rõ trách nhiệm
    Vì sao: Không có nguyên nhân thì không biết ai phải tháo gỡ.
    Chưa rõ: Dự án cầu An Mô còn chậm tiến độ.
    Rõ: Dự án cầu An Mô còn chậm tiến độ do chưa bàn giao mặt bằng của 03 hộ.
    Giới hạn: Văn bản có phần nguyên nhân riêng thì chỉ ở mức info.
    Cấu hình: không có
    """

    code = "BC03"
    name = "late-without-cause"
    criterion = "accountability"
    acts = CLAIMING
    needs = "troubled"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask why something is late."""
        if view.causes or view.item.section == "causes":
            return
        for claim in view.troubled[:1]:
            yield at(claim, "info" if view.facts.has_causes else None)
