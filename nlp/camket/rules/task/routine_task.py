"""Routine work offered as a breakthrough."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class RoutineTask(Rule):
    """Việc thường xuyên được đăng ký là việc đột phá.

    Tiêu chí: rõ việc
    Vì sao: Việc vốn phải làm hằng ngày không cho thấy đơn vị sẽ thay đổi điều gì.
    Chưa rõ: (dưới đề mục “Nhiệm vụ đột phá”) Tiếp tục duy trì nền nếp sinh hoạt chi bộ.
    Rõ: (dưới đề mục “Nhiệm vụ đột phá”) Tiếp tục xóa 03 thôn trắng đảng viên trước ngày 30/6/2024.
    Giới hạn: Chỉ xét khi đề mục phía trên nói đến “đột phá”.
    Cấu hình: không có
    """

    code = "VI04"
    name = "routine-task-as-breakthrough"
    criterion = "task"
    severity = "info"
    cues = frozenset({"continuity", "future"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask what is new where routine work stands under a heading of breakthroughs."""
        cue = view.first("continuity", "future")
        routine = cue is not None and (cue.label == "continuity" or view.words(cue).startswith("tiếp tục"))
        if cue and routine and not view.target and any("đột phá" in heading.lower() for heading in _above(view)):
            yield at(cue)


def _above(view: View) -> list[str]:
    return [*view.item.headings, view.item.context or ""]
