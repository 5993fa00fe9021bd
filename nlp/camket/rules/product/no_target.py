"""Nothing to decide by."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View


class NoTarget(Rule):
    """Không có chỉ tiêu hay sản phẩm để biết là đã xong.

    Tiêu chí: rõ sản phẩm
    Vì sao: Đến hạn, người ngoài không thể trả lời có hay không.
    Chưa rõ: Đơn vị làm việc với thái độ tốt nhất.
    Rõ: Đơn vị trả kết quả đúng hạn cho trên 98% hồ sơ trong năm 2024.
    Giới hạn: Dựa vào mô hình; có từ ngữ mơ hồ cụ thể thì quy tắc khác nhắc thay.
    Cấu hình: không có
    """

    code = "SP01"
    name = "no-target"
    criterion = "product"
    slot = "product"
    yields_to = ("SP02", "SP03", "SP09", "SP10", "VI03", "VI05")

    def find(self, view: View) -> Iterator[Hit]:
        """Ask for a quantity, a deliverable or full coverage."""
        if view.target is False:
            # A clause on what follows from failure promises no product of its own.
            yield Hit(severity="info" if "accountability" in view.labels else None)
