"""Two deadlines for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from camket.records import Time
from camket.rules.base import DocumentRule, Hit, View, at
from camket.rules.topics import Promise, promises


class ConflictingDeadlines(DocumentRule):
    """Cùng một việc có hai thời hạn khác nhau.

    Tiêu chí: rõ thời gian
    Vì sao: Người thực hiện sẽ chọn thời hạn muộn hơn, người kiểm tra chọn thời hạn sớm hơn.
    Chưa rõ: Cột thời gian ghi “30/9/2024”, còn trong nội dung ghi “trước ngày 30/6/2024”.
    Rõ: Cột thời gian và nội dung cùng ghi một ngày.
    Giới hạn: Chỉ so khi tên chỉ tiêu, đơn vị tính, con số và đầu mối trùng nhau, hoặc khi ô bảng khác nội dung.
    Cấu hình: không có
    """

    code = "TG05"
    name = "conflicting-deadlines"
    criterion = "time"

    def find(self, views: Sequence[View]) -> Iterator[tuple[int | None, Hit]]:
        """Ask which of two deadlines holds, inside table rows and between items."""
        for index, view in enumerate(views):
            for time in _row_conflict(view):
                yield index, at(time, other=_column_words(view))
        yield from _between(views)


def _row_conflict(view: View) -> Iterator[Time]:
    column = view.columns.get("time")
    if column is None:
        return
    inside = [t for t in view.deadlines if column[0] <= t.start and t.end <= column[1] and t.to]
    for time in view.deadlines:
        if time not in inside and time.to and inside and all(t.to < time.from_ for t in inside):  # type: ignore[operator]
            yield time


def _column_words(view: View) -> str:
    start, end = view.columns["time"]
    return view.item.text[start:end]


def _between(views: Sequence[View]) -> Iterator[tuple[int, Hit]]:
    seen: dict[tuple[Any, ...], Promise] = {}
    for promise in promises(views):
        if promise.deadline is None:
            continue
        earlier = seen.setdefault((promise.topic, promise.bounds), promise)
        if earlier.index != promise.index and earlier.deadline.to != promise.deadline.to:  # type: ignore[union-attr]
            first = views[earlier.index]
            yield promise.index, at(promise.deadline, other=_words(first, earlier.deadline))


def _words(view: View, time: Time | None) -> str:
    label = f"{view.item.label} " if view.item.label else ""
    return f"{label}{view.item.text[time.start : time.end]}" if time else label
