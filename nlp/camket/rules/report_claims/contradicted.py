"""Words of completion against their own figure."""

from __future__ import annotations

from collections.abc import Iterator

from camket.records import Claim, Cue, Figure
from camket.rules.base import CLAIMING, Hit, Rule, View, at

_DONE = frozenset({
    "hoàn thành", "đã hoàn thành", "hoàn tất", "xong", "đã xong", "về đích", "thực hiện xong", "đúng hạn",
})  # fmt: skip
_DOUBTS = frozenset({"hedge", "shortfall", "delay_word", "progress_word", "negation", "estimate", "future"})


class ContradictedCompletion(Rule):
    """Nói “hoàn thành” nhưng con số bên cạnh chưa đủ.

    Tiêu chí: rõ sản phẩm
    Vì sao: Con số nói nhiều hơn lời; hai bên phải khớp nhau.
    Chưa rõ: Việc cấp giấy chứng nhận đã hoàn thành, đạt 92/100 giấy.
    Rõ: Việc cấp giấy chứng nhận đạt 92/100 giấy, còn 08 giấy đang giải quyết.
    Giới hạn: Chỉ xét khi câu nêu cả phần đã làm và tổng số, hoặc tỉ lệ so với kế hoạch.
    Cấu hình: không có
    """

    code = "BC02"
    name = "completion-against-figure"
    criterion = "product"
    acts = CLAIMING
    cues = frozenset({"completion_word"})

    def find(self, view: View) -> Iterator[Hit]:
        """Ask about "hoàn thành" beside a figure that falls short."""
        short = [figure for figure in view.figures if _short(figure)]
        for claim in view.claims if short else ():
            word = _word(view, claim)
            if word is None:
                continue
            for figure in short:
                if word.end < figure.start <= claim.end and _says_how_much(view, word, figure):
                    yield at(figure, word=view.item.text[word.start : word.end])
                    break


def _word(view: View, claim: Claim) -> Cue | None:
    """The word of completion of a claim that nothing in it softens or denies."""
    inside = [cue for cue in view.cues if _inside(cue, claim)]
    if any(cue.label in _DOUBTS for cue in inside):
        return None
    return next((cue for cue in inside if cue.label == "completion_word" and view.words(cue) in _DONE), None)


def _says_how_much(view: View, word: Cue, figure: Figure) -> bool:
    """Whether the figure measures what is called done ("…, đạt 92/100", "… (92/100)") and is not a thing of its own."""
    if view.item.text[figure.start - 1] == "(":
        return figure.start - word.end < 4
    return any(cue.start > word.start and cue.end + 1 == figure.start and view.words(cue) == "đạt" for cue in view.cues)


def _inside(part: Cue | Figure, claim: Claim) -> bool:
    return claim.start <= part.start and part.end <= claim.end


def _short(figure: Figure) -> bool:
    """Whether a figure is a part of its whole, or a share of a plan below the whole of it."""
    if figure.role != "actual" or figure.low is None or figure.unit == "hạng":
        return False
    if figure.of is not None:
        return figure.low < figure.of
    return figure.unit == "%" and figure.base is not None and figure.direction is None and figure.low < 100
