"""Which indicators are better when lower."""

from __future__ import annotations

from camket.lexicons import lexicon
from camket.rules.base import View

_LOWER: tuple[str, ...] = tuple(lexicon("indicators")["lower_is_better"])
_RAISED: tuple[str, ...] = tuple(lexicon("indicators")["reductions"])


def lower_is_better(view: View) -> bool:
    """Whether the indicator of an item is better when lower; a promised reduction is better when higher.

    Examples
    --------
    >>> from camket.records import Evidence, Item, Judgement, Annotation
    >>> from camket.rules import view_of, Settings, Facts
    >>> judgement = Judgement("commitment", True, "clear", "clear")
    >>> def lower(text):
    ...     annotation = Annotation(Item(text, "commitment"), Evidence(), judgement)
    ...     return lower_is_better(view_of(annotation, Facts(), Settings()))
    >>> lower("Tỷ lệ hộ nghèo"), lower("Mức giảm tỷ lệ hộ nghèo"), lower("Thu ngân sách")
    (True, False, False)
    """
    start, end = view.columns.get("task", (0, len(view.item.text)))
    text = view.item.text[start:end].lower()
    if any(word in text for word in _RAISED):
        return False
    return any(word in text for word in (*_LOWER, *view.settings.lower_is_better))
