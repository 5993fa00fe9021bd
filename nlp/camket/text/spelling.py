"""Spelling variants of a syllable that official texts mix freely."""

from __future__ import annotations

from functools import cache
from typing import Final
from unicodedata import normalize

# Old and new tone position on oa, oe, uy: "hoà" and "hòa" are one word.
_OLD: Final = ["oà oá oả oã oạ", "oè oé oẻ oẽ oẹ", "uỳ uý uỷ uỹ uỵ"]
_NEW: Final = ["òa óa ỏa õa ọa", "òe óe ỏe õe ọe", "ùy úy ủy ũy ụy"]
_STYLE: Final = {
    o: n for old, new in zip(_OLD, _NEW, strict=True) for o, n in zip(old.split(), new.split(), strict=True)
}
# A missing horn: "truớc" for "trước".
_HORNLESS: Final = list(zip(["ươ", "ướ", "ườ", "ưở", "ưỡ", "ượ"], ["uơ", "uớ", "uờ", "uở", "uỡ", "uợ"], strict=True))
_Y_I: Final = {"y": "i", "ý": "í", "ỳ": "ì", "ỷ": "ỉ", "ỹ": "ĩ", "ỵ": "ị"}
# Consonants after which y and i stand for the same sound at the end of a syllable.
_Y_I_AFTER: Final = frozenset("hklmst")


@cache
def variants(syllable: str) -> frozenset[str]:
    """Other spellings of a lower-case syllable: tone style (hoà, hòa), final y or i (kỳ, kì), eth for đ.

    "quý" and "quí" count as one as well; the tone of "qu" syllables never moves.

    Examples
    --------
    >>> sorted(variants("kỳ")), sorted(variants("hòa")), sorted(variants("quý"))
    (['kì'], ['hoà'], ['quí'])
    """
    found = set()
    for old, new in _STYLE.items():
        if syllable.endswith(old) and not syllable.startswith("qu"):
            found.add(syllable[: -len(old)] + new)
        if syllable.endswith(new):
            found.add(syllable[: -len(new)] + old)
    found |= {_swap(form) for form in (syllable, *found)}
    found |= {syllable.replace(right, wrong) for right, wrong in _HORNLESS if right in syllable}
    # "Ð" (eth) is typed for "Đ": "Ðảng ủy".
    found |= {form.replace("đ", "ð") for form in (syllable, *found)}
    return frozenset(found - {syllable, ""})


_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")


def tone_key(syllable: str) -> str:
    """The letters of a lower-case syllable and its tone, wherever the tone mark stands.

    Typists put it on the wrong vowel ("trứơc", "qúy", "hòan"); no two words differ in that alone.

    Examples
    --------
    >>> tone_key("trứơc") == tone_key("trước"), tone_key("quy") == tone_key("quý")
    (True, False)
    """
    decomposed = normalize("NFD", syllable)
    letters = normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    return letters + "".join(c for c in decomposed if c in _TONES)


def _swap(syllable: str) -> str:
    head, last = syllable[:-1], syllable[-1:]
    if last in _Y_I and ((head[-1:] in _Y_I_AFTER and len(head) <= 2) or head == "qu"):
        return head + _Y_I[last]
    return ""
