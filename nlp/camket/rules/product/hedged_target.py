"""A target softened."""

from __future__ import annotations

from collections.abc import Iterator

from camket.rules.base import Hit, Rule, View, at

# Before a number these only round it.
_ROUNDING = frozenset({"khoảng", "chừng", "xấp xỉ", "gần", "tương đối", "có thể", "tối đa"})


class HedgedTarget(Rule):
    """Chỉ tiêu kèm “cơ bản”, “phần lớn”, “nếu có điều kiện”.

    Tiêu chí: rõ sản phẩm
    Vì sao: Phần được chừa lại là bao nhiêu thì không ai biết.
    Chưa rõ: Cơ bản hoàn thành xóa nhà tạm trước ngày 30/9/2024.
    Rõ: Hoàn thành xóa 22 nhà tạm trước ngày 30/9/2024.
    Giới hạn: Từ làm tròn số (“khoảng”, “gần”) không bị nhắc.
    Cấu hình: lexicon.hedge
    """

    code = "SP04"
    name = "hedged-target"
    criterion = "product"
    severity = "info"
    cues = frozenset({"hedge"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask what "cơ bản", "phần lớn" or "nếu có điều kiện" leave out."""
        for cue in view.cues:
            if cue.label == "hedge" and view.words(cue) not in _ROUNDING:
                yield at(cue)
                return
