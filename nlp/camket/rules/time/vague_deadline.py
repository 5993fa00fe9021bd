"""A deadline without a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at

_WORDS, _DIGIT = re.compile(r"[^\W\d_]{2}"), re.compile(r"\d")

_WAITING = frozenset(["conditional_deadline", "event_anchor"])


class VagueDeadline(Rule):
    """Thời hạn chung chung, không quy được ra ngày.

    Tiêu chí: rõ thời gian
    Vì sao: “Sớm”, “trong thời gian tới” mỗi người hiểu một khác.
    Chưa rõ: Sớm hoàn thành 3 km đường giao thông thôn Đông.
    Rõ: Hoàn thành 3 km đường giao thông thôn Đông trước ngày 30/9/2024.
    Giới hạn: “Giữa năm”, “đầu quý” và khi văn bản đã có kỳ chung thì chỉ ở mức info, trừ thời hạn còn chờ nơi khác.
    Cấu hình: lexicon.vague_time
    """

    code = "TG02"
    name = "vague-deadline"
    criterion = "time"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask for a day where the words only promise haste, wait for others, or fill the cell for the time."""
        cell = _open_cell(view)
        waiting = None if view.deadlines else view.first("conditional_deadline")
        if cell:
            yield Hit(*cell, None if view.target and (view.verdict != "clear" or _waits(view, *cell)) else "info")
        elif waiting and not any(t.start < waiting.end and waiting.start < t.end for t in view.times):
            yield at(waiting, None if view.target else "info")
        elif view.deadlines:
            yield from _part(view)
        else:
            yield from _vague(view)


def _part(view: View) -> Iterator[Hit]:
    """A deadline that is a part of a period without a first and last day: it can be checked, but not to the day."""
    cue = view.first("part_of_period")
    if cue is not None and any(t.start <= cue.start and cue.end <= t.end for t in view.deadlines):
        yield at(cue, "info")


def _vague(view: View) -> Iterator[Hit]:
    cue = view.first("vague_time", "event_anchor")
    settled = not view.target or view.verdict == "clear"
    if cue is not None and not (cue.label == "event_anchor" and settled):
        yield at(cue, "info" if settled else None)


def _waits(view: View, start: int, end: int) -> bool:
    """Whether the words of a cell depend on what others do, which no common period settles."""
    return any(c.label in _WAITING and start <= c.start and c.end <= end for c in view.cues)


def _open_cell(view: View) -> tuple[int, int] | None:
    """A cell of the column for the time that holds words and no time; a number in it may be a day that was not read."""
    if "time" not in view.columns:
        return None
    start, end = view.columns["time"]
    words = view.item.text[start:end]
    named = any(t.start < end and start < t.end for t in view.times)
    return (start, end) if not named and _WORDS.search(words) and not _DIGIT.search(words) else None
