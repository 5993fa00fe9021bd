"""Nobody answers and nobody reports."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View


class NoAccountability(Rule):
    """Không nêu báo cáo với ai, ai chịu trách nhiệm nếu không xong.

    Tiêu chí: rõ trách nhiệm
    Vì sao: Cam kết không gắn với báo cáo và trách nhiệm thì khó theo dõi.
    Chưa rõ: Phòng Kinh tế trồng 20 ha rừng trước ngày 30/9/2024.
    Rõ: Phòng Kinh tế trồng 20 ha rừng trước ngày 30/9/2024, báo cáo kết quả về UBND huyện.
    Giới hạn: Thường được nêu một lần cho cả văn bản; luôn ở mức info.
    Cấu hình: không có
    """

    code = "TN01"
    name = "no-accountability"
    criterion = "accountability"
    severity = "info"
    slot = "accountability"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask how a promise is answered for; in a document that is asked once, of the whole."""
        if not view.facts.in_document and view.states.get("accountability") == "missing":
            yield Hit()
