"""A claim without support."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import CLAIMING, Hit, Rule, View, at


class UnsupportedClaim(Rule):
    """Nhận định kết quả không có số liệu hay sản phẩm kèm theo.

    Tiêu chí: rõ sản phẩm
    Vì sao: Người đọc không có gì để kiểm tra.
    Chưa rõ: Công tác giảm nghèo được quan tâm chỉ đạo, đạt nhiều kết quả tích cực.
    Rõ: Đã hỗ trợ 24 hộ thoát nghèo, tỷ lệ hộ nghèo còn 4,1%.
    Giới hạn: Số liệu có thể nằm ở câu khác hoặc phụ lục.
    Cấu hình: không có
    """

    code = "BC01"
    name = "claim-without-support"
    criterion = "product"
    acts = CLAIMING
    needs = "claims"

    def find(self, view: View) -> Iterator[Hit]:
        """Ask for a number, a document or a named thing behind praise."""
        for claim in view.claims:
            if claim.result == "unsubstantiated":
                yield at(claim)
