"""A verb of effort and nothing behind it."""

from __future__ import annotations

from collections.abc import Iterator

from camket.records import Cue
from camket.rules.base import Hit, Rule, View, at


class EffortVerbOnly(Rule):
    """Chỉ có động từ “tăng cường”, “đẩy mạnh”, không nói đến mức nào.

    Tiêu chí: rõ sản phẩm
    Vì sao: Làm bao nhiêu cũng có thể nói là đã tăng cường.
    Chưa rõ: Tăng cường công tác vệ sinh môi trường.
    Rõ: Tăng cường thu gom rác: đạt 95% số hộ trở lên trước ngày 31/12/2024.
    Giới hạn: Không nhắc khi sau động từ có con số, sản phẩm hoặc phạm vi đếm được.
    Cấu hình: lexicon.effort_verb, lexicon.attention, lexicon.continuity
    """

    code = "SP02"
    name = "effort-verb-only"
    criterion = "product"
    cues = frozenset({"effort_verb", "attention", "continuity"})
    yields_to = ("SP03", "SP10", "VI05")

    def find(self, view: View) -> Iterator[Hit]:
        """Ask how much, where a promise is only to strengthen, promote or go on."""
        if view.target is False and "accountability" not in view.labels:
            yield at(min(_efforts(view), key=lambda cue: cue.start))


def _efforts(view: View) -> list[Cue]:
    return [view.labels[label] for label in EffortVerbOnly.cues if label in view.labels]
