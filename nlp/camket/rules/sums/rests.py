"""What is done and what is left against their whole: "426 triệu đồng, đã thu hồi 310 …, còn 126 … chưa thu hồi"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.records import Figure
from camket.rules.sums.mismatch import alike, exact

_WORDS: Final = {name: re.compile(pattern) for name, pattern in lexicon("sums")["rest"].items()}


def done_and_left(text: str, figures: Sequence[Figure], index: int) -> list[Figure]:
    """Both parts of a whole, what is done and what is left of it; for "11/15" the part itself and what is left.

    Parameters
    ----------
    text : str
        In lower case.
    figures : sequence of Figure
        All of the text, in its order.
    index : int
        Which of them is the whole.
    """
    whole = figures[index]
    if whole.of is not None:
        done, rest = whole, figures[index + 1 : index + 3]
    else:
        done, rest = figures[index + 1] if index + 1 < len(figures) else whole, figures[index + 2 : index + 4]
        if done is whole or not _is_of(done, whole) or not _WORDS["done"].match(text[whole.end : done.start]):
            return []
    if not rest or not _is_of(rest[0], whole) or not _is_left(text, done, rest[0]):
        return []
    # "…, còn 1 chưa đạt, 1 chưa đánh giá": what is left is itself in parts.
    return [] if len(rest) > 1 and _goes_on(text, whole, rest[0], rest[1]) else [done, rest[0]]


def _is_of(figure: Figure, whole: Figure) -> bool:
    return exact(figure) is not None and figure.of is None and alike(figure.unit, whole.unit)


def _is_left(text: str, done: Figure, left: Figure) -> bool:
    between, behind = text[done.end : left.start], text[left.end :]
    if _WORDS["left"].match(between):
        return "còn lại" in between or bool(_WORDS["kept"].match(behind) or _WORDS["remains"].match(behind))
    return bool(_WORDS["left_open"].match(between) and _WORDS["remains"].match(behind))


def _goes_on(text: str, whole: Figure, left: Figure, following: Figure) -> bool:
    return alike(following.unit, whole.unit) and "." not in text[left.end : following.start]
