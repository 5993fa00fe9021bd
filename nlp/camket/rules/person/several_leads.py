"""Several bodies lead one task."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class SeveralLeads(Rule):
    """Nhiều đầu mối cùng chủ trì một việc.

    Tiêu chí: rõ người
    Vì sao: Kết luận 226-KL/TW yêu cầu một việc chỉ giao một đầu mối chủ trì.
    Chưa rõ: Phòng Kinh tế và Phòng Văn hóa - Xã hội chủ trì tổ chức hội chợ OCOP trước ngày 30/9/2024.
    Rõ: Phòng Kinh tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội tổ chức hội chợ OCOP trước ngày 30/9/2024.
    Giới hạn: Tập thể và người đứng đầu cùng nhận trách nhiệm chung về bản cam kết thì không tính.
    Cấu hình: không có
    """

    code = "NG02"
    name = "several-leads"
    criterion = "person"
    cues = frozenset({"several_leads"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask which of several leading bodies answers for the task."""
        # A collective and its head answer together for a promise as a whole; that is how such pledges are signed.
        if "accountability" not in view.labels:
            yield at(view.labels["several_leads"])
