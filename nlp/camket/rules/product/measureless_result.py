"""A result without a measure."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class MeasurelessResult(Rule):
    """Kết quả chỉ nêu tính chất, không có thước đo.

    Tiêu chí: rõ sản phẩm
    Vì sao: “Hiệu quả”, “đồng bộ”, “bền vững” không cho biết lúc nào là đạt.
    Chưa rõ: Làm tốt công tác dân vận, đáp ứng yêu cầu nhiệm vụ.
    Rõ: Giải quyết xong 12 đơn kiến nghị của công dân trước ngày 30/6/2024.
    Giới hạn: Khi câu có động từ nỗ lực thì SP02 nhắc thay.
    Cấu hình: lexicon.result_without_measure
    """

    code = "SP09"
    name = "result-without-measure"
    criterion = "product"
    cues = frozenset({"result_without_measure"})
    yields_to = ("SP02", "SP03", "SP10", "VI05")

    def find(self, view: View) -> Iterator[Hit]:
        """Ask by what "hiệu quả", "đồng bộ" or "bền vững" will be measured."""
        if view.target is False and "accountability" not in view.labels:
            yield at(view.labels["result_without_measure"])
