"""Parts that do not make up the whole."""

from __future__ import annotations

from collections.abc import Iterator

from camket.records import Figure
from camket.rules.base import Hit, Rule, View, at
from camket.rules.sums import find_mismatches

_MONEY = (("tỷ đồng", 1e9), ("triệu đồng", 1e6), ("đồng", 1.0))


class WrongSum(Rule):
    """Các phần cộng lại, hoặc phần đã làm và phần còn lại, không bằng tổng số.

    Tiêu chí: rõ sản phẩm
    Vì sao: Một trong các con số bị gõ nhầm hoặc tính trùng.
    Chưa rõ: Đã giải quyết 120 hồ sơ, gồm 80 hồ sơ đất đai và 50 hồ sơ xây dựng.
    Rõ: Đã giải quyết 130 hồ sơ, gồm 80 hồ sơ đất đai và 50 hồ sơ xây dựng.
    Giới hạn: Sau “trong đó”, “trong 7 … có” chỉ nhắc khi các phần vượt tổng, vì có thể chưa liệt kê hết.
    Cấu hình: thresholds.tolerance (mặc định 0,0005)
    """

    code = "BC06"
    name = "parts-not-summing"
    criterion = "product"
    acts = frozenset({"claim", "other", "commitment"})
    needs = "figures"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask about parts that together are more, or where all are listed, other than their whole."""
        for found in find_mismatches(view.item.text, view.figures, view.settings.tolerance):
            yield at(found.whole, total=_number(found.total, found.whole))


def _number(value: float, like: Figure) -> str:
    unit, size = like.unit or "", 1.0
    if unit == "VND":
        unit, size = next((name, size) for name, size in _MONEY if value >= size or size == 1.0)
    plain = f"{value / size:,.3f}".rstrip("0").rstrip(".")
    return f"{plain.translate(str.maketrans(',.', '.,'))} {unit.replace('VND', 'đồng')}".strip()
