"""A deadline after the period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from camket.rules.base import Hit, Rule, View, at

_SOON = 60


class OutsidePeriod(Rule):
    """Thời hạn nằm sau kỳ mà văn bản cam kết.

    Tiêu chí: rõ thời gian
    Vì sao: Cuối kỳ sẽ không có gì để đánh giá.
    Chưa rõ: (cam kết năm 2024) Bàn giao mặt bằng chợ trung tâm trước ngày 30/6/2025.
    Rõ: (cam kết năm 2024) Bàn giao mặt bằng chợ trung tâm trước ngày 30/9/2024.
    Giới hạn: Việc kéo dài qua nhiều năm là bình thường; khi đó nên nêu phần phải xong trong kỳ.
    Cấu hình: thresholds.grace_days (mặc định 31 ngày), period
    """

    code = "TG04"
    name = "deadline-after-period"
    criterion = "time"
    needs = "deadlines"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask about a deadline that lies after the period for which the document promises."""
        last = view.settings.period[1] if view.settings.period else _last_day(view)
        if last is None or _nearly_over(last, view.item.date):
            return
        last += timedelta(days=view.settings.grace_days)
        for time in view.deadlines:
            if time.from_ and time.from_ > last:
                yield at(time, None if view.facts.in_document else "info")


def _nearly_over(last: date, day: date | None) -> bool:
    """Whether a period ends so soon after the document that new promises are for the next one."""
    return day is not None and (last - day).days < _SOON


def _last_day(view: View) -> date | None:
    period = view.item.period
    return period.time.to if period and period.time else None
