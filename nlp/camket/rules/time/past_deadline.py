"""A deadline before the document."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, Severity, View, at

# Older years belong to what is worked on ("tư liệu xuất bản trước năm 1975"), not to when.
_LIKELY = 2


class PastDeadline(Rule):
    """Thời hạn đã qua khi văn bản được ký.

    Tiêu chí: rõ thời gian
    Vì sao: Có thể gõ nhầm năm, hoặc sao chép từ bản cam kết cũ.
    Chưa rõ: (ngày ký 15/01/2024) Hoàn thành 02 nhà văn hóa thôn trước ngày 30/6/2023.
    Rõ: (ngày ký 15/01/2024) Hoàn thành 02 nhà văn hóa thôn trước ngày 30/6/2024.
    Giới hạn: Cần biết ngày của văn bản.
    Cấu hình: không có
    """

    code = "TG03"
    name = "deadline-before-signing"
    criterion = "time"
    needs = "times"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask about a promise that was due before it was given."""
        signed = view.item.date
        if signed is None or view.item.kind != "commitment":
            return
        due = view.deadlines or [t for t in view.times if view.target and t.bound in ("before", "by")]
        # A day that lies behind the document is hardly ever read as a deadline; the words before it tell one.
        past = [t for t in due if t.to and t.to < signed and signed.year - t.to.year <= _LIKELY]
        # Beside a later deadline, an earlier one is mostly a step that was already taken.
        severity: Severity | None = None if len(past) == len(due) else "info"
        for time in past:
            yield at(time, severity)
