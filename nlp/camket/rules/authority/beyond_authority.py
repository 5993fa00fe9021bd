"""A result that others decide."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at

_OTHERS = ("phê duyệt", "thông qua", "chấp thuận", "có thẩm quyền", "xin chủ trương", "xin ý kiến", "cho ý kiến")


class BeyondAuthority(Rule):
    """Kết quả do cấp khác quyết định.

    Tiêu chí: rõ thẩm quyền
    Vì sao: Đơn vị cam kết chỉ tự chịu trách nhiệm được phần việc trong thẩm quyền của mình.
    Chưa rõ: Đồ án quy hoạch chung xã được UBND huyện phê duyệt trước ngày 30/6/2024.
    Rõ: Trình đồ án quy hoạch chung xã trước ngày 30/4/2024.
    Giới hạn: Chỉ nhắc khi câu nói rõ có cấp khác phê duyệt, cho ý kiến; luôn ở mức info.
    Cấu hình: không có
    """

    code = "TQ01"
    name = "result-decided-by-others"
    criterion = "authority"
    severity = "info"
    cues = frozenset({"authority"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask how far the author's own power goes where somebody else has to approve."""
        for cue in view.cues:
            if cue.label == "authority" and view.words(cue).endswith(_OTHERS):
                yield at(cue)
                return
