"""The words of an item that say what it is about, as comparable terms.

A term is a concept (:file:`lexicons/linking.toml`: different words for one thing), a syllable, or two syllables in a
row. Words of no subject are dropped; numbers count only as a name's second part ("tổ 11", "tiêu chí 8").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from camket.lexicons import lexicon
from camket.text.lexer import Syllables, lower
from camket.text.phrases import Phrases
from camket.text.spelling import tone_key

_DATA = lexicon("linking")
CONCEPTS: Phrases[str] = Phrases(
    (phrase, f"#{name}") for name, phrases in _DATA["concepts"].items() for phrase in phrases
)
STOP = frozenset(tone_key(word) for word in _DATA["stop"]["words"])


@dataclass(frozen=True, slots=True)
class Term:
    """One term and where it stands (character offsets)."""

    name: str
    start: int
    end: int


def find_terms(syllables: Syllables) -> tuple[Term, ...]:
    """Terms of a text in the order of their first character.

    Examples
    --------
    >>> [t.name for t in find_terms(Syllables("Giảm 2% hộ nghèo ở thôn Ka Tiên"))]
    ['giảm', '#ngheo', 'thôn', 'thôn ka', 'ka', 'ka tiên', 'tiên']
    """
    pieces = list(_pieces(syllables))
    found = []
    for index, (name, first, last) in enumerate(pieces):
        start, end = syllables.span(first, last)
        if name not in STOP and not name[0].isdigit():
            found.append(Term(name, start, end))
        if index + 1 < len(pieces) and pieces[index + 1][1] == last:
            other, _, after = pieces[index + 1]
            if _is_pair(name, other):
                found.append(Term(f"{name} {other}", start, syllables.span(first, after)[1]))
    return tuple(found)


def _is_pair(name: str, other: str) -> bool:
    if name[0] == "#" or other[0] == "#" or name[0].isdigit():
        return False
    if other[0].isdigit():
        return len(other) <= 3
    return not (name in STOP and other in STOP)


def _pieces(syllables: Syllables) -> Iterable[tuple[str, int, int]]:
    """Concepts, syllables and whole numbers in order, each with its first token and the one after it."""
    at = 0
    for first, last, name in CONCEPTS.scan(syllables.codes):
        yield from _plain(syllables, at, first)
        yield name, first, last
        at = last
    yield from _plain(syllables, at, len(syllables))


def _plain(syllables: Syllables, first: int, last: int) -> Iterable[tuple[str, int, int]]:
    for index in range(first, last):
        form = syllables.forms[index]
        if form[0].isalpha():
            yield tone_key(lower(form).replace("ð", "đ")), index, index + 1
        elif form.isdecimal():
            yield form.lstrip("0") or "0", index, index + 1


def find_names(syllables: Syllables) -> frozenset[str]:
    """Proper names: runs of capitalised syllables that do not open a sentence, in lower case.

    Examples
    --------
    >>> sorted(find_names(Syllables("Trường Mầm non Hoa Sen ở thôn Ka Tiên đã xong.")))
    ['hoa sen', 'ka tiên']
    """
    if syllables.is_upper:
        return frozenset()
    found, run = set(), []
    forms = [*syllables.forms, "."]
    for index, form in enumerate(forms):
        if form[0].isupper() and form[0].isalpha() and not _opens(forms, index):
            run.append(tone_key(lower(form)))
            continue
        if len(run) > 1 or (run and len(run[0]) > 1 and form != "."):
            found.add(" ".join(run))
        run = []
    return frozenset(name for name in found if " " in name)


def _opens(forms: list[str], index: int) -> bool:
    return index == 0 or forms[index - 1] in ".:;|-–)(\"“" or forms[index - 1].isdecimal() and index < 4
