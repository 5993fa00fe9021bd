"""No deadline."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View


class NoDeadline(Rule):
    """Không nêu thời hạn, và văn bản cũng không cho biết kỳ.

    Tiêu chí: rõ thời gian
    Vì sao: Không có thời hạn thì không lúc nào nói được là chậm.
    Chưa rõ: Làm mới 3 km đường giao thông thôn Đông.
    Rõ: Làm mới 3 km đường giao thông thôn Đông trước ngày 30/9/2024.
    Giới hạn: Nội dung chưa có chỉ tiêu chỉ bị nhắc ở mức info, vì việc cần làm rõ trước là chỉ tiêu.
    Cấu hình: không có
    """

    code = "TG01"
    name = "no-deadline"
    criterion = "time"
    slot = "time"
    yields_to = ("TG02",)

    def find(self, view: View) -> Iterator[Hit]:
        """Ask by when, where neither the item nor its document says."""
        if view.states.get("time") == "missing" and not view.deadlines:
            yield Hit(severity=None if view.target else "info")
