"""Compared with nothing."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class MissingBaseline(Rule):
    """Tăng, giảm bao nhiêu mà không nói so với mốc nào.

    Tiêu chí: rõ sản phẩm
    Vì sao: Không có mốc đầu thì không tính được đã tăng hay giảm bao nhiêu.
    Chưa rõ: Số hồ sơ trực tuyến tăng 20% trong năm 2024.
    Rõ: Số hồ sơ trực tuyến tăng 20% so với 1.450 hồ sơ của năm 2023.
    Giới hạn: Mức tăng theo năm (“%/năm”) và con số có mốc thời gian đi kèm không bị nhắc.
    Cấu hình: không có
    """

    code = "SP05"
    name = "comparison-without-baseline"
    criterion = "product"
    severity = "info"
    needs = "targets"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask from what level a rise or fall is counted."""
        if any(f.role == "baseline" or f.base for f in view.figures):
            return
        if any(t.role == "reference" for t in view.times):
            return
        for figure in view.targets:
            if figure.direction and _relative(figure.unit):
                yield at(figure)
                return


def _relative(unit: str | None) -> bool:
    """Whether a change in this unit means nothing without its start; a yearly rate does."""
    return unit in ("%", "điểm %", "lần", "bậc", "điểm", "hạng")
