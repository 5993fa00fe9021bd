"""Something repeated without a first time."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class OpenRecurrence(Rule):
    """Việc lặp lại không có lần đầu hoặc ngày cụ thể.

    Tiêu chí: rõ thời gian
    Vì sao: “Hằng quý” mà không có ngày thì không biết lúc nào là muộn.
    Chưa rõ: Hằng quý, Đảng ủy xã gửi báo cáo kết quả về Ban Thường vụ Huyện ủy.
    Rõ: Trước ngày 15 tháng cuối quý, Đảng ủy xã gửi báo cáo kết quả về Ban Thường vụ Huyện ủy.
    Giới hạn: Không nhắc khi đề mục hoặc tên văn bản đã nêu kỳ.
    Cấu hình: không có
    """

    code = "TG06"
    name = "recurrence-without-first-date"
    criterion = "time"
    severity = "info"
    needs = "times"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask for the first time of what repeats where nothing dates it."""
        if len(view.times) == 1 and view.times[0].rrule and view.item.period is None:
            rule = view.times[0]
            if rule.role == "deadline" and "BY" not in (rule.rrule or ""):
                yield at(rule)
