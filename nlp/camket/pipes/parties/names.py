"""Read the names of organisations and office-holders: a head word and what goes on with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from camket.pipes.parties.lists import ADDRESS, EACH, HEADS, NUMBER, NUMBERED, PARTS, SIGNS
from camket.text.lexer import Syllables

Kind = Literal["body", "office", "group", "place", "diffuse", "unnamed"]
_PLURAL_KINDS = ("group", "place", "body", "capital")
_HYPHENS = (SIGNS["hyphen"], SIGNS["dash"])
_JOINTS = (*_HYPHENS, SIGNS["ampersand"], SIGNS["apostrophe"], SIGNS["apostrophe2"])


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, in tokens.

    Attributes
    ----------
    outer : int
        Where its words of address begin ("đồng chí", "tập thể"); equal to ``first`` where there are none.
    first, last : int
        The name itself, half-open.
    kind : str
        "body", "office", "group", "place", "diffuse" or "unnamed".
    """

    outer: int
    first: int
    last: int
    kind: Kind


def read_names(syllables: Syllables) -> list[Name]:
    """Read all names of a text, in order, without overlaps.

    Examples
    --------
    >>> s = Syllables("Giao Phòng Nội vụ và UBND các xã, thị trấn rà soát.")
    >>> [(s.slice(n.first, n.last), n.kind) for n in read_names(s)]
    [('Phòng Nội vụ', 'body'), ('UBND các xã, thị trấn', 'body')]
    """
    names: list[Name] = []
    reversed_codes = syllables.codes[::-1]
    end = 0
    for first, last, kinds in HEADS.scan(syllables.codes):
        if first < end or "none" in kinds:
            continue
        name = _read(syllables, reversed_codes, first, last, kinds)
        if name is not None:
            names.append(name)
            end = name.last
    return names


def _read(syllables: Syllables, backwards: str, first: int, last: int, kinds: frozenset[str]) -> Name | None:
    for kind in ("unnamed", "diffuse"):
        if kind in kinds:
            return Name(first, first, last, kind)  # type: ignore[arg-type]
    codes = syllables.codes
    length = len(codes)
    counted = first > 0 and (codes[first - 1] in EACH or codes[first - 1] in NUMBER)
    start = first - 1 if counted else first
    kind = _kind(kinds, counted=counted, capital=syllables.forms[first][0].isupper())
    if kind is None:
        return None
    address = ADDRESS.match(backwards, length - start)
    outer = length - address[0] if address else start
    last = extend(syllables, last, plural=counted or kind == "place")
    return Name(outer, start, last, kind)


def _kind(kinds: frozenset[str], *, counted: bool, capital: bool) -> Kind | None:
    """Decide what a head word is; None where it is an ordinary word."""
    if "office" in kinds:
        return "office"
    if "body" in kinds or ("capital" in kinds and capital):
        return "body"
    if "group" in kinds or ("capital" in kinds and counted):
        return "group"
    return "place" if "place" in kinds else None


def extend(syllables: Syllables, position: int, *, plural: bool = False) -> int:
    """Give the end of a name whose head ends at ``position``.

    A name goes on with capitals, levels ("xã", "cấp huyện"), fields of work, a further head ("Ban Thường vụ | Huyện
    ủy") and, joined by a hyphen, "và" or – in a plural – a comma, with more of these.
    """
    length = len(syllables)
    while position < length:
        step = _step(syllables, position, plural)
        if step == position:
            return position
        plural = plural or syllables.codes[position] in EACH
        position = step
    return position


def _step(syllables: Syllables, at: int, plural: bool) -> int:
    """Give the end of the next piece of a name, or ``at`` where the name is over."""
    codes, forms = syllables.codes, syllables.forms
    character = codes[at]
    if character in EACH or character in NUMBER:
        return _numbered(syllables, at)
    if character in _JOINTS:
        return at + 2 if _is_capital(syllables, at + 1) else at
    if character == SIGNS["and"]:
        return at + 2 if _is_capital(syllables, at + 1) and not _head(syllables, at + 1) else at
    if character == SIGNS["comma"]:
        return _listed(syllables, at) if plural else at
    if character == SIGNS["also"]:
        return _head(syllables, at + 1) or at
    part = PARTS.match(codes, at)
    head = _head(syllables, at)
    if part or head:
        return max(part[0] if part else at, head)
    return at + 1 if forms[at][0].isupper() and not syllables.text.isupper() else at


def _numbered(syllables: Syllables, at: int) -> int:
    """ "các trường học", "08 KBNN", "05 xã" – or the number of a named thing, "số 2"."""
    codes = syllables.codes
    follows = HEADS.match(codes, at + 1)
    if follows and "none" not in follows[1]:
        return follows[0]
    return at + 1 if codes[at] in NUMBER and codes[at - 1] in NUMBERED else at


def _listed(syllables: Syllables, at: int) -> int:
    """ "các xã Tân Lễ, Phú Xá": a further place after a comma; "các xã, thị trấn" a further level."""
    if at + 1 >= len(syllables):
        return at
    level = PARTS.match(syllables.codes, at + 1)
    if level and "level" in level[1]:
        return level[0]
    return at + 2 if _is_capital(syllables, at + 1) and not _head(syllables, at + 1) else at


def _head(syllables: Syllables, at: int) -> int:
    """Give the end of a head word that begins at a token, 0 where none does."""
    found = HEADS.match(syllables.codes, at)
    if not found or not found[1] & {"body", "capital", "office"}:
        return 0
    return found[0] if found[1] & {"body", "office"} or _is_capital(syllables, at) else 0


def _is_capital(syllables: Syllables, at: int) -> bool:
    return at < len(syllables) and syllables.forms[at][0].isupper()
