"""Partners without a name."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class UnnamedPartner(Rule):
    """Đơn vị phối hợp chỉ ghi “liên quan”, không nêu tên.

    Tiêu chí: rõ người
    Vì sao: Đơn vị không được nêu tên khó biết phần việc của mình.
    Chưa rõ: Trạm Y tế phối hợp với các đơn vị liên quan khám sức khỏe cho 300 học sinh trong tháng 10/2024.
    Rõ: Trạm Y tế phối hợp với Trường THCS An Sơn khám sức khỏe cho 300 học sinh trong tháng 10/2024.
    Giới hạn: Chỉ ở mức info; văn bản có thể kèm phụ lục phân công.
    Cấu hình: không có
    """

    code = "NG04"
    name = "unnamed-partner"
    criterion = "person"
    severity = "info"
    cues = frozenset({"unnamed_partner"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask which bodies "các đơn vị liên quan" are."""
        yield at(view.labels["unnamed_partner"])
