"""A whole document without accountability."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from camket.rules.base import DocumentRule, Hit, View


class SilentDocument(DocumentRule):
    """Cả văn bản cam kết không nêu chế độ báo cáo và trách nhiệm.

    Tiêu chí: rõ trách nhiệm
    Vì sao: Không biết báo cáo với ai, lúc nào, và ai chịu trách nhiệm nếu không hoàn thành.
    Chưa rõ: Bản cam kết chỉ có danh sách việc.
    Rõ: Bản cam kết có câu “Trước ngày 20 tháng cuối quý báo cáo kết quả về UBND huyện”.
    Giới hạn: Chỉ xét văn bản có từ ba nội dung cam kết trở lên.
    Cấu hình: không có
    """

    code = "TN02"
    name = "document-without-accountability"
    criterion = "accountability"
    slot = "accountability"

    def find(self, views: Sequence[View]) -> Iterator[tuple[int | None, Hit]]:
        """Ask once how the promises of a document are answered for."""
        promised = [view for view in views if view.act == "commitment" and view.item.kind == "commitment"]
        silent = all("accountability" not in view.labels and "reporting" not in view.labels for view in views)
        if views and views[0].facts.in_document and len(promised) >= 3 and silent:
            yield None, Hit()
