"""Tell the field of administration from an item's words, else from the headings above it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Final

from camket.lexicons import lexicon
from camket.records import Item
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_LISTS: Final = lexicon("fields")["fields"]
# Order of the list decides between fields that are named equally often.
FIELDS: Final = tuple(_LISTS)
GENERAL: Final = "general"
_TABLE: Final = Phrases([(phrase, field) for field, phrases in _LISTS.items() for phrase in phrases])


def find_field(item: Item, title: str = "") -> str:
    """Name the field that most of the item's telling words belong to.

    Parameters
    ----------
    item : Item
        The item; where its text tells nothing its headings count, from the nearest one up.
    title : str
        The document's title, which counts last.

    Returns
    -------
    str
        One of :data:`FIELDS`, or "general".

    Examples
    --------
    >>> find_field(Item("Trồng mới 40 ha rừng sản xuất.", "commitment"))
    'agriculture'
    >>> find_field(Item("Hoàn thành trước ngày 30/6.", "commitment", headings=("II. Giáo dục và đào tạo",)))
    'education'
    """
    return _vote(item.text) or next(filter(None, map(_heading, (*reversed(item.headings), title))), GENERAL)


def _vote(text: str) -> str | None:
    counts = Counter(field for _, _, field in _TABLE.scan(Syllables(text).codes))
    return max(FIELDS, key=lambda field: counts[field]) if counts else None


# A heading stands above many items.
_heading = lru_cache(maxsize=256)(_vote)
