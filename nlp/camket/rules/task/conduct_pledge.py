"""A pledge of conduct."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class ConductPledge(Rule):
    """Cam kết về phẩm chất, tác phong, không nêu cách kiểm tra.

    Tiêu chí: rõ sản phẩm
    Vì sao: Lời hứa về thái độ chỉ kiểm tra được khi có dấu hiệu cụ thể, như số phản ánh của người dân.
    Chưa rõ: Gương mẫu, không đùn đẩy trách nhiệm.
    Rõ: Không để xảy ra vụ vi phạm kỷ luật nào trong cơ quan năm 2024.
    Giới hạn: Cam kết về phẩm chất là loại riêng, không chấm theo số liệu; chỉ ở mức info.
    Cấu hình: lexicon.conduct
    """

    code = "VI05"
    name = "unchecked-conduct"
    criterion = "product"
    severity = "info"
    cues = frozenset({"conduct"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask by what sign a pledge of conduct will be checked."""
        if not view.target and "slogan" not in view.labels:
            yield at(view.labels["conduct"])
