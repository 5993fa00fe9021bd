"""A number that can be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at

_DOUBTS = frozenset({"three_decimals", "spaced_thousands"})


class AmbiguousNumber(Rule):
    """Con số có thể đọc theo hai cách.

    Tiêu chí: rõ sản phẩm
    Vì sao: “5,680 tỷ” có thể là hơn năm tỷ rưỡi hoặc hơn năm nghìn tỷ.
    Chưa rõ: Thu ngân sách năm 2024 đạt 5,680 tỷ đồng.
    Rõ: Thu ngân sách năm 2024 đạt 5.680 tỷ đồng.
    Giới hạn: Số thập phân ba chữ số không tận cùng bằng 0 chỉ ở mức info.
    Cấu hình: không có
    """

    code = "SP07"
    name = "ambiguous-number"
    criterion = "product"
    acts = frozenset({"commitment", "claim"})
    needs = "warned"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask which of two readings of a number is meant."""
        for figure in view.warned:
            if not _DOUBTS.isdisjoint(figure.warnings):
                # Nobody writes the last zero of a decimal: "5,680" is more likely a slip for "5.680".
                slip = any(word.endswith("0") for word in view.words(figure).split() if "," in word)
                yield at(figure, None if slip else "info")
