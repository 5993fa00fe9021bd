"""No action that could be watched."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class NoConcreteAction(Rule):
    """Chỉ hứa “quan tâm”, “chú trọng”, không có việc làm cụ thể.

    Tiêu chí: rõ việc
    Vì sao: Sự quan tâm không nhìn thấy được; việc làm thì có.
    Chưa rõ: Quan tâm phát triển dịch vụ, tiểu thủ công nghiệp.
    Rõ: Mở 02 lớp dạy nghề mây tre đan cho 60 lao động trước ngày 30/9/2024.
    Giới hạn: Không nhắc khi trong câu có việc kiểm chứng được.
    Cấu hình: không có
    """

    code = "VI01"
    name = "no-concrete-action"
    criterion = "task"
    severity = "info"
    cues = frozenset({"attention"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask what will be done where the promise is only to pay attention."""
        if view.target is False and not _ACTIONS & view.labels.keys():
            yield at(view.labels["attention"])


_ACTIONS = {"deliverable_verb", "completion_word", "zero_tolerance", "reporting"}
