"""What tells two things of one kind apart: exclusive kinds, numbered places, proper names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from camket.lexicons import lexicon
from camket.linking.terms import KINDS, PLACES, capital_runs, opens
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases
from camket.text.spelling import tone_key

Member = tuple[str, int]


def _members() -> Iterator[tuple[str, tuple[Member, ...]]]:
    """Phrases with the kinds they name, one of each facet ("hộ cận nghèo": poverty, and who is served)."""
    found: dict[str, list[Member]] = {}
    for facet, members in lexicon("linking")["facets"].items():
        for index, member in enumerate(members):
            for phrase in member.split("|"):
                found.setdefault(phrase, []).append((facet, index))
    yield from ((phrase, tuple(kinds)) for phrase, kinds in found.items())


_FACETS: Phrases[tuple[Member, ...]] = Phrases(_members())
_NUMBER = re.compile(r"\d{1,3}[a-zđ]?|[IVX]{1,4}|[A-Z]\d?")
_LISTS = frozenset({",", "và"})
_TO_SCHOOL = frozenset({"ra", "đến", "vào", "lên", "tới"})  # "ra lớp 412 cháu" names no class
_COUNTER = re.compile(r"[1-9]|[A-E]")
_BEHIND_NAME = frozenset(lexicon("linking")["numbered"]["behind"])
_NOUNS: Phrases[str] = Phrases((noun, noun.split()[-1]) for noun in lexicon("linking")["numbered"]["nouns"])


@lru_cache(maxsize=20_000)
def kinds(text: str) -> dict[str, frozenset[int]]:
    """Members of each exclusive facet that a text names.

    Examples
    --------
    >>> kinds("Xây trường mầm non và trường tiểu học")["school"] == {0, 1}
    True
    """
    found: dict[str, set[int]] = {}
    for _, _, members in _FACETS.scan(Syllables(text).symbols):
        for facet, index in members:
            found.setdefault(facet, set()).add(index)
    return {facet: frozenset(members) for facet, members in found.items()}


def kinds_conflict(text: str, other: str) -> int:
    """How many facets name different kinds in two texts, none in common.

    Examples
    --------
    >>> kinds_conflict("Số hộ nghèo giảm 2%", "Hộ cận nghèo còn 56 hộ")
    1
    """
    here, there = kinds(text), kinds(other)
    return sum(not here[facet] & there[facet] for facet in here.keys() & there.keys())


@lru_cache(maxsize=20_000)
def numbered(text: str) -> dict[str, frozenset[str]]:
    """Numbers that name a place or thing, by the noun before them; lists count whole.

    Examples
    --------
    >>> sorted(numbered("Nâng cấp hẻm ở tổ 5, 7 và 11")["tổ"])
    ['11', '5', '7']
    """
    syllables = Syllables(text)
    found: dict[str, set[str]] = {}
    for first, last, noun in _NOUNS.scan(syllables.symbols):
        index = last
        if noun == "lớp" and first and syllables.lowered[first - 1] in _TO_SCHOOL:
            continue
        while index < len(syllables) and _NUMBER.fullmatch(syllables.forms[index]):
            found.setdefault(noun, set()).add(syllables.forms[index].lstrip("0").lower())
            index += 1
            if (
                index + 1 < len(syllables)
                and syllables.forms[index] in (",", "và", "-")
                and _NUMBER.fullmatch(syllables.forms[index + 1])
            ):
                index += 1
    for first, last in capital_runs(syllables):
        if last - first > 1 and _is_counter(syllables, last):
            name = " ".join(syllables.lowered[first:last][-2:])
            found.setdefault(name, set()).add(syllables.forms[last].lower())
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def _is_counter(syllables: Syllables, index: int) -> bool:
    """Whether a token behind a name numbers it ("Lệ Sơn 2", "Nam Phong A") and counts nothing ("Hòa Bình 30 hộ")."""
    forms = syllables.forms
    if index >= len(forms) or not _COUNTER.fullmatch(forms[index]):
        return False
    return index + 1 == len(forms) or not forms[index + 1][0].isalnum() or forms[index + 1] in _BEHIND_NAME


@lru_cache(maxsize=20_000)
def headed(text: str) -> dict[str, frozenset[str]]:
    """Proper names by the syllable before them; a run that opens a sentence may begin with that syllable itself.

    Examples
    --------
    >>> {head: sorted(names) for head, names in headed("Sửa trạm bơm Ba Na. Đập Mun La đã xong.").items()}
    {'bơm': ['ba na'], 'đập': ['mun la']}
    >>> sorted(headed("các xã Ba Na, Mun La")["xã"])
    ['ba na', 'mun la']
    """
    syllables = Syllables(text)
    found: dict[str, set[str]] = {}
    end, head = 0, ""
    for first, last in capital_runs(syllables):
        words = syllables.lowered[first:last]
        if head and first == end + 1 and syllables.forms[end] in _LISTS:
            name = words  # "trạm bơm Ba Na và Mun La"
        elif opens(syllables.forms, first):
            head, name = words[0], words[1:]
        else:
            head, name = syllables.lowered[first - 1], words
        if len(name) > 1 or (name and head in PLACES and tone_key(name[0]) not in KINDS):
            found.setdefault(head, set()).add(" ".join(name))
        end = last
    return {head: frozenset(names) for head, names in found.items()}


def has_rival(text: str, other: str) -> bool:
    """Whether one kind of thing has other names in two texts ("trạm bơm Ba Na", "trạm bơm Mun La").

    Examples
    --------
    >>> has_rival("Trường Mầm non Hoa Sen đạt chuẩn.", "Trường Mầm non Hoa Mai đạt chuẩn.")
    True
    """
    here, there = headed(text), headed(other)
    if frozenset().union(*here.values()) & frozenset().union(*there.values()):
        return False  # one name behind two nouns: "thôn Phú Lâm", "đường nội đồng Phú Lâm"
    shared = here.keys() & there.keys()
    return bool(shared) and not any(here[head] & there[head] for head in shared)


def numbered_match(text: str, other: str) -> int:
    """1 where a numbered place is in both texts, -1 where the same noun has other numbers only, else 0.

    Examples
    --------
    >>> numbered_match("hẻm ở tổ 5, 7", "hẻm tổ 9"), numbered_match("mô hình ở ấp 3", "Ấp 3 đã xong")
    (-1, 1)
    """
    here, there = numbered(text), numbered(other)
    shared = here.keys() & there.keys()
    if any(here[noun] & there[noun] for noun in shared):
        return 1
    return -1 if shared else 0
