"""The words of an item that say what it is about, as comparable terms.

A term is a concept (:file:`lexicons/linking.toml`: different words for one thing), a syllable, or two syllables in a
row. Words of no subject are dropped; numbers count only as a name's second part ("tổ 11", "tiêu chí 8").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from camket.lexicons import lexicon
from camket.text.lexer import Syllables, lower
from camket.text.phrases import Phrases
from camket.text.spelling import tone_key

_DATA = lexicon("linking")
CONCEPTS: Phrases[str] = Phrases(
    (phrase, f"#{name}") for name, phrases in _DATA["concepts"].items() for phrase in phrases
)
# Second syllables of kinds of schools and stations that are written with capitals ("Trường Mầm non").
KINDS = frozenset(tone_key(word) for word in _DATA["places"]["kinds"])
PLACES = frozenset(_DATA["places"]["nouns"])
STOP = frozenset(tone_key(word) for word in _DATA["stop"]["words"])


@dataclass(frozen=True, slots=True)
class Term:
    """One term and where it stands (character offsets); ``inside`` is the concept that a word of one belongs to."""

    name: str
    start: int
    end: int
    inside: str = ""


def find_terms(syllables: Syllables) -> tuple[Term, ...]:
    """Terms of a text in the order of their first character.

    Examples
    --------
    >>> [t.name for t in find_terms(Syllables("thêm 2% hộ nghèo, thôn Ka Lang"))]
    ['thêm 2', '#ngheo', 'thôn', 'thôn ka', 'ka', 'ka lang', 'lang']
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


def find_inner(syllables: Syllables) -> tuple[Term, ...]:
    """The single words of concepts: they count where the other side has them and not the concept.

    Examples
    --------
    >>> [(t.name, t.inside) for t in find_inner(Syllables("camera an ninh"))]
    [('camera', '#antt'), ('an', '#antt'), ('ninh', '#antt')]
    """
    return tuple(
        Term(name, *syllables.span(start, end), inside=concept)
        for first, last, concept in CONCEPTS.scan(syllables.symbols)
        for name, start, end in _plain(syllables, first, last)
        if name not in STOP and not name[0].isdigit()
    )


def _is_pair(name: str, other: str) -> bool:
    if name[0] == "#" or other[0] == "#" or name[0].isdigit():
        return False
    if other[0].isdigit():
        return len(other) <= 3
    return not (name in STOP and other in STOP)


def _pieces(syllables: Syllables) -> Iterable[tuple[str, int, int]]:
    """Concepts, syllables and whole numbers in order, each with its first token and the one after it."""
    at = 0
    for first, last, name in CONCEPTS.scan(syllables.symbols):
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
    """Proper names in lower case: runs of capitalised syllables, or one behind a noun of place ("xóm Đình").

    A run that opens a sentence may begin with a common noun, so it is also given without its first syllable.

    Examples
    --------
    >>> found = find_names(Syllables("Trường Mầm non Hoa Sen ở xóm Mun đã xong. Ngày 5/6 khảo sát Ba Na."))
    >>> sorted(found)
    ['ba na', 'hoa sen', 'xóm mun']
    """
    if syllables.is_upper:
        return frozenset()
    return frozenset(name for first, last in capital_runs(syllables) for name in _run_names(syllables, first, last))


def capital_runs(syllables: Syllables) -> Iterator[tuple[int, int]]:
    """Runs of capitalised syllables, abbreviations left out, as token ranges."""
    first = 0
    while first < len(syllables):
        last = first
        while last < len(syllables) and _is_capital(syllables.forms[last]):
            last += 1
        if last > first:
            yield first, last
        first = last + 1


def _run_names(syllables: Syllables, first: int, last: int) -> Iterable[str]:
    words = [tone_key(word) for word in syllables.lowered[first:last]]
    before = syllables.lowered[first - 1] if first else ""
    if len(words) > 1 and words[1] not in KINDS:
        yield " ".join(words)
        if len(words) > 2 and opens(syllables.forms, first):
            yield " ".join(words[1:])
    elif words and before in PLACES:
        yield f"{before} {words[0]}"


def _is_capital(form: str) -> bool:
    return form[0].isupper() and form[0].isalpha() and not (len(form) > 1 and form.isupper())


def opens(forms: list[str], index: int) -> bool:
    """Whether a sentence or cell begins at a token."""
    return index == 0 or forms[index - 1] in '.:;|-–)("“' or (forms[index - 1].isdecimal() and index < 4)
