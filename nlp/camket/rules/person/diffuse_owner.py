"""A subject that binds nobody."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at


class DiffuseOwner(Rule):
    """Giao chung cho “các cấp, các ngành”, không rõ ai.

    Tiêu chí: rõ người
    Vì sao: Chủ thể chung thì mọi nơi đều có phần mà không nơi nào chịu trách nhiệm chính.
    Chưa rõ: Các cấp, các ngành tuyên truyền phòng cháy rừng.
    Rõ: Hạt Kiểm lâm chủ trì tuyên truyền phòng cháy rừng tại 12 thôn trong tháng 3/2024.
    Giới hạn: Không nhắc khi trong câu đã có đầu mối chủ trì.
    Cấu hình: không có
    """

    code = "NG03"
    name = "diffuse-owner"
    criterion = "person"
    cues = frozenset({"diffuse_subject"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask for a name behind a subject such as "các cấp, các ngành"."""
        if not any(party.role == "lead" for party in view.parties):
            yield at(view.labels["diffuse_subject"])
