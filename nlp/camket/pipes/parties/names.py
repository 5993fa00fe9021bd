"""Read the names of organisations and office-holders: a head word and what goes on with it."""

from __future__ import annotations

from typing import Final, Literal

from camket.pipes.parties.extension import extend, is_capital
from camket.pipes.parties.lists import ADDRESS, BEFORE_PLACES, EACH, HEADS, NUMBER, SIGNS
from camket.pipes.source import Source
from camket.text.lexer import Syllables

Kind = Literal["body", "office", "person", "group", "place", "diffuse", "unnamed"]
_AFTER_PERSON: Final = frozenset((SIGNS["comma"], *(SIGNS[name] for name in ("hyphen", "dash"))))
_PLACE: Final = frozenset(("place",))
# A clause begins within the first tokens, behind its label.
_LABEL: Final = 4
# A person's name has at most this many syllables.
_PERSON: Final = 6
# "57/KH-UBND": the tail of a document number is no name.
_GLUE: Final = frozenset(SIGNS[name] for name in ("hyphen", "slash"))


class Name:
    """A name in a text, in tokens.

    A plain class: compiled code makes and reads it at once, a named tuple by way of the interpreter.

    Attributes
    ----------
    outer : int
        Where its words of address begin ("đồng chí", "tập thể"); equal to ``first`` where there are none.
    first, last : int
        The name itself, half-open.
    kind : str
        "body", "office", "person", "group", "place", "diffuse" or "unnamed".
    counted : str
        "each" where it begins with "các", "mỗi", "từng", "number" where it begins with one, else "".
    """

    __slots__ = ("counted", "first", "kind", "last", "outer")

    def __init__(
        self, outer: int, first: int, last: int, kind: Kind, counted: Literal["", "each", "number"] = ""
    ) -> None:
        self.outer = outer
        self.first = first
        self.last = last
        self.kind = kind
        self.counted = counted


def read_names(syllables: Syllables) -> list[Name]:
    """Read all names of a text, in order, without overlaps.

    Examples
    --------
    >>> s = Syllables("Giao Phòng Nội vụ và UBND các xã, thị trấn rà soát.")
    >>> [(s.slice(n.first, n.last), n.kind) for n in read_names(s)]
    [('Phòng Nội vụ', 'body'), ('UBND các xã, thị trấn', 'body')]
    """
    names: list[Name] = []
    end = 0
    for first, last, kinds in HEADS.scan(syllables.symbols):
        if first < end or "none" in kinds or (kinds == _PLACE and not _may_act(syllables, first)):
            continue
        name = _read(syllables, first, last, kinds)
        if name is not None:
            names.append(name)
            end = name.last
    return names


def names_of(source: Source) -> list[Name]:
    """The names of an item, read once for all who need them."""
    found: list[Name] | None = source.shared.get("names")
    if found is None:
        found = source.shared["names"] = read_names(source.syllables)
    return found


def _may_act(syllables: Syllables, at: int) -> bool:
    """Whether a place may be the subject of a clause: most places are not, and need not be read."""
    if at <= _LABEL:
        return True
    return syllables.symbols[at - 1] in BEFORE_PLACES or not syllables.forms[at - 1][0].isalpha()


def _read(syllables: Syllables, first: int, last: int, kinds: frozenset[str]) -> Name | None:
    if "unnamed" in kinds or "diffuse" in kinds:
        return Name(first, first, last, "unnamed" if "unnamed" in kinds else "diffuse")
    symbols = syllables.symbols
    count = _count(symbols, first)
    capital = is_capital(syllables, first) or is_capital(syllables, last)
    kind = _kind(kinds, counted=count != "", capital=capital)
    if kind == "group" and not count and any(form[0].isupper() for form in syllables.forms[first + 1 : last]):
        kind = "body"
    if kind is None or (syllables.is_glued(first) and symbols[first - 1] in _GLUE):
        return None
    start = first - 1 if count else first
    outer = _address(syllables, start)
    last = extend(syllables, last, place=kind == "place", plural=count != "" or kind == "place")
    return Name(outer, start, last, kind, count)


def _address(syllables: Syllables, start: int) -> int:
    """Give the start of the words of address before a name: "đồng chí", "đồng chí Lê Văn An, "."""
    person = start
    if start > 1 and syllables.symbols[start - 1] in _AFTER_PERSON:
        person = start - 1
        while person > 0 and start - person <= _PERSON and is_capital(syllables, person - 1):
            person -= 1
    for at in {start, person}:
        found = ADDRESS.find(syllables.symbols, at)
        if found:
            return found[0]
    return start


def _count(symbols: list[str], first: int) -> Literal["", "each", "number"]:
    if first == 0:
        return ""
    return "each" if symbols[first - 1] in EACH else "number" if symbols[first - 1] in NUMBER else ""


def _kind(kinds: frozenset[str], *, counted: bool, capital: bool) -> Kind | None:
    """Decide what a head word is; None where it is an ordinary word."""
    if "office" in kinds:
        return "office"
    if "body" in kinds or ("capital" in kinds and capital):
        return "body"
    if "person" in kinds:
        return "person"
    if "group" in kinds or (counted and kinds & {"capital", "counted"}):
        return "group"
    return "place" if "place" in kinds else None
