"""Nobody is bound."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View


class NoOwner(Rule):
    """Không nêu ai chủ trì, và văn bản cũng không cho biết.

    Tiêu chí: rõ người
    Vì sao: Việc không có đầu mối thì không ai phải trả lời khi việc không xong.
    Chưa rõ: Sửa chữa 02 cầu treo trước ngày 31/8/2024.
    Rõ: Phòng Kinh tế chủ trì sửa chữa 02 cầu treo trước ngày 31/8/2024.
    Giới hạn: Luôn ở mức info: người ký hoặc đề mục có thể đã nêu đầu mối; cả văn bản không có đầu mối thì NG05 nhắc.
    Cấu hình: không có
    """

    code = "NG01"
    name = "no-owner"
    criterion = "person"
    severity = "info"
    slot = "person"
    yields_to = ("NG03",)

    def find(self, view: View) -> Iterator[Hit]:
        """Ask who leads where neither the item nor its document says."""
        if view.states.get("person") == "missing":
            yield Hit()
