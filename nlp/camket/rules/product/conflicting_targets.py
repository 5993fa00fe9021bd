"""Two targets for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from camket.rules.base import DocumentRule, Hit, View, at
from camket.rules.topics import Promise, promises


class ConflictingTargets(DocumentRule):
    """Cùng một chỉ tiêu có hai con số khác nhau trong một văn bản.

    Tiêu chí: rõ sản phẩm
    Vì sao: Không biết đánh giá theo con số nào.
    Chưa rõ: Mục I ghi tỷ lệ hộ nghèo đa chiều dưới 5%, mục III ghi dưới 6%.
    Rõ: Hai mục ghi cùng một con số, hoặc nêu rõ khác nhau về thời gian, phạm vi.
    Giới hạn: Chỉ so khi tên chỉ tiêu, đơn vị tính, đầu mối và kỳ trùng nhau từng chữ.
    Cấu hình: không có
    """

    code = "SP11"
    name = "conflicting-targets"
    criterion = "product"

    def find(self, views: Sequence[View]) -> Iterator[tuple[int | None, Hit]]:
        """Ask which of two numbers for the same indicator and time holds."""
        seen: dict[tuple[Any, ...], Promise] = {}
        for promise in promises(views):
            day = promise.deadline.to if promise.deadline else None
            earlier = seen.setdefault((promise.topic, day), promise)
            if earlier.index != promise.index and earlier.bounds != promise.bounds:
                first = views[earlier.index].item
                words = first.text[earlier.figure.start : earlier.figure.end]
                yield promise.index, at(promise.figure, other=f"{first.label} {words}".strip())
