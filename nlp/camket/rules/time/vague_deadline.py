"""A deadline without a day."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class VagueDeadline(Rule):
    """Thời hạn chung chung, không quy được ra ngày.

    Tiêu chí: rõ thời gian
    Vì sao: “Sớm”, “trong thời gian tới” mỗi người hiểu một khác.
    Chưa rõ: Sớm hoàn thành 3 km đường giao thông thôn Đông.
    Rõ: Hoàn thành 3 km đường giao thông thôn Đông trước ngày 30/9/2024.
    Giới hạn: Khi văn bản đã có kỳ chung hoặc nội dung chưa có chỉ tiêu thì chỉ ở mức info.
    Cấu hình: lexicon.vague_time
    """

    code = "TG02"
    name = "vague-deadline"
    criterion = "time"
    cues = frozenset({"vague_time", "event_anchor"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask for a day where the words only promise haste."""
        if view.deadlines:
            return
        cue = view.first("vague_time", "event_anchor")
        settled = not view.target or view.verdict == "clear"
        if cue is not None and not (cue.label == "event_anchor" and settled):
            yield at(cue, "info" if settled else None)
