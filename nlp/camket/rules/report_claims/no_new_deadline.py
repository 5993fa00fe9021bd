"""Delayed without a new deadline."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import CLAIMING, Hit, Rule, View

_OPEN = frozenset({"in_progress", "not_started", "stopped"})


class NoNewDeadline(Rule):
    """Việc chậm hoặc dừng mà không nêu thời hạn mới.

    Tiêu chí: rõ thời gian
    Vì sao: Không có thời hạn mới thì việc chậm dễ bị quên.
    Chưa rõ: Dự án cầu An Mô còn chậm tiến độ do vướng mặt bằng.
    Rõ: Dự án cầu An Mô còn chậm tiến độ do vướng mặt bằng, phấn đấu hoàn thành trước ngày 31/3/2025.
    Giới hạn: Thời hạn mới có thể nằm ở phần phương hướng; khi đó chỉ ở mức info.
    Cấu hình: không có
    """

    code = "BC04"
    name = "delay-without-new-deadline"
    criterion = "time"
    acts = CLAIMING
    needs = "troubled"
    slot = "time"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask by when something that is late will be done."""
        late = any((c.timing == "late" and c.result in _OPEN) or c.result == "stopped" for c in view.troubled)
        if late and not view.deadlines:
            yield Hit(severity="info" if view.facts.has_promises else None)
