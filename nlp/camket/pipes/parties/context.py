"""Join the names of a list and look at the words before and after it."""

from __future__ import annotations

from typing import Final, NamedTuple

from camket.pipes.parties.lists import AFTER, BEFORE, FRONTED, SIGNS, TIME_ENDS
from camket.pipes.parties.names import Name
from camket.text.lexer import Syllables

_LIST_SIGNS: Final = frozenset((SIGNS["comma"], SIGNS["and"]))
_OPENERS: Final = frozenset(
    SIGNS[name] for name in ("semicolon", "colon", "bar", "dot", "hyphen", "dash", "plus", "close")
)
# Where several lists hold a word, the first of these counts.
_ORDER: Final = ("assign", "coordinate", "speaker", "agent", "recipient", "opening")
# Labels such as "1.", "a)", "- " stand within the first tokens.
_LABEL: Final = 4
# A gloss in brackets behind a name is no longer than this.
_GLOSS: Final = 40
_YEAR: Final = "3"
# What stands in front of a subject is no longer than this.
_FRONT: Final = 40
_CLAUSE_SIGNS: Final = tuple(SIGNS[name] for name in ("semicolon", "colon", "bar"))


class Group(NamedTuple):
    """Names that a list joins, with what stands around them.

    Attributes
    ----------
    names : tuple of Name
        The names, in order.
    before : str
        "head" at the head of the item, "start" of a clause, "fronted" after a time or a condition,
        "comma" after any other, "bracket", or the list in which the words before
        stand: "assign", "coordinate", "recipient", "agent", "opening", "speaker"; "" for any other word.
    after : frozenset of str
        The lists in which the words after stand; "end", "sign", "colon", "which" or "word" where they stand in none.
    cue, next : (int, int)
        Token ranges of the words before and after.
    """

    names: tuple[Name, ...]
    before: str
    after: frozenset[str]
    cue: tuple[int, int]
    next: tuple[int, int]


def groups(syllables: Syllables, names: list[Name], *, apart: frozenset[str]) -> list[Group]:
    """Join the names that a comma or "và" connects.

    A name after a comma opens a list of its own where the words before the list are of a kind in ``apart``.
    """
    found: list[Group] = []
    run: list[Name] = []
    before: tuple[str, tuple[int, int]] = ("", (0, 0))
    for name in names:
        if run and not _is_joined(syllables, run[-1], name, split=before[0] in apart):
            found.append(_group(syllables, run, before))
            run = []
        if not run:
            before = _before(syllables, name)
        run.append(name)
    if run:
        found.append(_group(syllables, run, before))
    return found


def _is_joined(syllables: Syllables, one: Name, other: Name, *, split: bool) -> bool:
    between = syllables.codes[one.last : other.outer]
    if not 0 < len(between) <= 2 or not _LIST_SIGNS.issuperset(between):
        return False
    if (one.kind == "place") != (other.kind == "place"):
        return False
    return not (between == SIGNS["comma"] and (split or (other.counted == "each" and one.counted == "each")))


def _group(syllables: Syllables, names: list[Name], before: tuple[str, tuple[int, int]]) -> Group:
    after, following = _after(syllables, names[-1].last)
    return Group(tuple(names), before[0], after, before[1], following)


def _before(syllables: Syllables, name: Name) -> tuple[str, tuple[int, int]]:
    at = name.outer
    if at == 0 or (at <= _LABEL and not _has_word(syllables, at)):
        return "head", (at, at)
    found = BEFORE.find(syllables.symbols, at)
    if found:
        return next(kind for kind in _ORDER if kind in found[1]), (found[0], at)
    return _sign_before(syllables, at), (at, at)


def _sign_before(syllables: Syllables, at: int) -> str:
    sign = syllables.symbols[at - 1]
    if sign in _OPENERS:
        return "start"
    if (sign == SIGNS["comma"] or sign in TIME_ENDS) and _is_fronted(syllables, at - 1):
        return "fronted"
    if sign in _LIST_SIGNS or sign == _YEAR:
        return "comma"
    return "bracket" if sign == SIGNS["open"] else ""


def _is_fronted(syllables: Syllables, comma: int) -> bool:
    """Whether only a time, a condition or a ground stands before a comma: "Trước ngày 15/8, …"."""
    start = max(syllables.codes.rfind(sign, max(0, comma - _FRONT), comma) for sign in _CLAUSE_SIGNS) + 1
    if start == 0 and comma > _FRONT:
        return False
    return any(FRONTED.match(syllables.symbols, at) for at in range(start, min(start + _LABEL, comma)))


def _has_word(syllables: Syllables, end: int) -> bool:
    return any(len(form) > 1 and form.isalpha() for form in syllables.forms[:end])


def _after(syllables: Syllables, at: int) -> tuple[frozenset[str], tuple[int, int]]:
    codes = syllables.codes
    if codes[at : at + 1] == SIGNS["open"]:
        inner = AFTER.match(syllables.symbols, at + 1)
        if inner and codes[inner[0] : inner[0] + 1] == SIGNS["close"]:
            return inner[1], (at + 1, inner[0])
        close = codes.find(SIGNS["close"], at, at + _GLOSS)
        at = close + 1 if close >= 0 else at
    if at >= len(codes):
        return frozenset(("end",)), (at, at)
    found = AFTER.match(syllables.symbols, at)
    if found:
        return found[1], (at, found[0])
    return frozenset((_word_after(syllables, at),)), (at, at)


def _word_after(syllables: Syllables, at: int) -> str:
    character = syllables.codes[at]
    if character == SIGNS["which"]:
        return "which"
    if character == SIGNS["colon"]:
        return "colon"
    if character == SIGNS["close"]:
        return "close"
    return "word" if syllables.forms[at][0].isalnum() else "sign"
