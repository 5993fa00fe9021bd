"""A target set elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class DelegatedTarget(Rule):
    """Chỉ tiêu dẫn sang văn bản khác, không nêu con số.

    Tiêu chí: rõ sản phẩm
    Vì sao: Người đọc phải đi tìm con số, và con số ở nơi khác có thể thay đổi.
    Chưa rõ: Hoàn thành các chỉ tiêu huyện giao.
    Rõ: Thu ngân sách đạt 100% dự toán huyện giao (12,4 tỷ đồng) trong năm 2024.
    Giới hạn: “đạt 100% dự toán giao” đã có tỉ lệ nên không nhắc.
    Cấu hình: lexicon.delegated_target
    """

    code = "SP03"
    name = "delegated-target"
    criterion = "product"
    cues = frozenset({"delegated_target", "delegated_without_number"})
    yields_to = ("VI05",)

    def find(self, view: View) -> Iterator[Hit]:
        """Ask for the number behind "chỉ tiêu được giao"."""
        cue = view.first("delegated_without_number", "delegated_target")
        if cue is None or (cue.label == "delegated_target" and view.targets):
            return
        yield at(cue, "info" if view.target else None)
