"""Several tasks in one item."""

from __future__ import annotations

from collections.abc import Iterator

from camket.records import Figure, Time
from camket.rules.base import Hit, Rule, View


class SeveralTasks(Rule):
    """Gộp nhiều việc vào một nội dung.

    Tiêu chí: rõ việc
    Vì sao: Khi chỉ xong một phần thì không nói được nội dung đó đạt hay không đạt.
    Chưa rõ: Trồng 20 ha rừng, mở 03 lớp nghề, làm 2 km đường, kết nạp 05 đảng viên, xây 06 nhà trong năm 2024.
    Rõ: Trồng 20 ha rừng tại thôn Nà Lìn trong năm 2024.
    Giới hạn: Chỉ đếm số liệu và thời hạn; phần chi tiết của cùng một việc cũng có thể bị đếm.
    Cấu hình: thresholds.max_tasks (mặc định 5)
    """

    code = "VI02"
    name = "several-tasks"
    criterion = "task"
    severity = "info"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask to part an item that promises many things at many times."""
        if len(view.targets) < 2 and len(view.deadlines) < 2:
            return
        figures, days = view.targets, {t.to for t in view.deadlines if t.to}
        units = {f.unit for f in figures}
        if (len(figures) >= view.settings.max_tasks and len(units) > 2) or (len(days) > 2 and not view.columns):
            marks: list[Figure | Time] = [*figures, *view.deadlines]
            yield Hit(min(m.start for m in marks), max(m.end for m in marks))
