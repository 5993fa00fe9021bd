"""A count of things without a name."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at

_UNNAMED = ("nhóm", "nội dung", "nhiệm vụ", "giải pháp", "mục tiêu", "đầu việc", "phong trào", "khâu", "lĩnh vực")


class UnnamedCount(Rule):
    """Đếm những việc không nêu tên.

    Tiêu chí: rõ sản phẩm
    Vì sao: “05 nhóm giải pháp” không cho biết sẽ làm gì.
    Chưa rõ: Triển khai đồng bộ 05 nhóm giải pháp phát triển kinh tế.
    Rõ: Ban hành Kế hoạch phát triển cây mắc ca trước ngày 31/3/2024.
    Giới hạn: Không biết danh sách ở văn bản khác.
    Cấu hình: không có
    """

    code = "SP10"
    name = "count-of-unnamed-things"
    criterion = "product"
    needs = "figures"
    yields_to = ("VI05",)

    def find(self, view: View) -> Iterator[Hit]:
        """Ask which things are counted."""
        for figure in view.figures:
            if figure.unit and figure.unit.startswith(_UNNAMED) and figure.of is None and figure.role != "actual":
                if not view.target or all((f.unit or "").startswith(_UNNAMED) for f in view.figures):
                    yield at(figure, "info" if view.target else None)
                return
