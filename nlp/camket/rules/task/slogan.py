"""A slogan instead of a task."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class Slogan(Rule):
    """Nêu khẩu hiệu thay cho việc làm.

    Tiêu chí: rõ việc
    Vì sao: Nhắc lại phương châm không cho biết sẽ làm gì, đến mức nào.
    Chưa rõ: Thực hiện nghiêm phương châm “6 rõ” trong công tác.
    Rõ: Ban hành Quy chế phân công nhiệm vụ của UBND phường trước ngày 31/3/2024.
    Giới hạn: Chỉ biết các khẩu hiệu quen dùng; có thể thêm bằng từ điển riêng.
    Cấu hình: lexicon.slogan
    """

    code = "VI03"
    name = "slogan"
    criterion = "task"
    cues = frozenset({"slogan"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask what a slogan means in deeds where nothing measurable stands beside it."""
        if not view.target:
            yield at(view.labels["slogan"])
        elif not view.targets:
            yield at(view.labels["slogan"], "info")
