"""Read the names of organisations and office-holders: a head word and what goes on with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from camket.pipes.parties.lists import ADDRESS, AFTER, EACH, HEADS, LEVEL_ENDS, NUMBER, NUMBERED, PARTS, SIGNS
from camket.text.lexer import Syllables

Kind = Literal["body", "office", "person", "group", "place", "diffuse", "unnamed"]
_SIGNS_INSIDE = frozenset(
    SIGNS[name] for name in ["hyphen", "dash", "ampersand", "apostrophe", "apostrophe2", "and", "comma", "also"]
)
_AFTER_PERSON = frozenset((SIGNS["comma"], *(SIGNS[name] for name in ("hyphen", "dash"))))
# A person's name has at most this many syllables.
_PERSON = 6
# "57/KH-UBND": the tail of a document number is no name.
_GLUE = frozenset(SIGNS[name] for name in ("hyphen", "slash"))


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
        "body", "office", "person", "group", "place", "diffuse" or "unnamed".
    count : str
        "each" where it begins with "các", "mỗi", "từng", "number" where it begins with one, else "".
    """

    outer: int
    first: int
    last: int
    kind: Kind
    count: Literal["", "each", "number"] = ""


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
    count = _count(codes, first)
    capital = _is_capital(syllables, first) or _is_capital(syllables, last)
    kind = _kind(kinds, counted=count != "", capital=capital)
    if kind is None or (syllables.is_glued(first) and codes[first - 1] in _GLUE):
        return None
    start = first - 1 if count else first
    outer = _address(syllables, backwards, start)
    last = extend(syllables, last, kind, plural=count != "" or kind == "place")
    return Name(outer, start, last, kind, count)


def _address(syllables: Syllables, backwards: str, start: int) -> int:
    """Give the start of the words of address before a name: "đồng chí", "đồng chí Lê Văn An, "."""
    length = len(syllables)
    person = start
    if start > 1 and syllables.codes[start - 1] in _AFTER_PERSON:
        person = start - 1
        while person > 0 and start - person <= _PERSON and _is_capital(syllables, person - 1):
            person -= 1
    for at in {start, person}:
        found = ADDRESS.match(backwards, length - at)
        if found:
            return length - found[0]
    return start


def _count(codes: str, first: int) -> Literal["", "each", "number"]:
    if first == 0:
        return ""
    return "each" if codes[first - 1] in EACH else "number" if codes[first - 1] in NUMBER else ""


def _kind(kinds: frozenset[str], *, counted: bool, capital: bool) -> Kind | None:
    """Decide what a head word is; None where it is an ordinary word."""
    if "office" in kinds:
        return "office"
    if "body" in kinds or ("capital" in kinds and capital):
        return "body"
    if "group" in kinds or (counted and kinds & {"capital", "counted"}):
        return "group"
    if "person" in kinds:
        return "person"
    return "place" if "place" in kinds else None


def extend(syllables: Syllables, position: int, kind: Kind, *, plural: bool = False) -> int:
    """Give the end of a name whose head ends at ``position``.

    A name goes on with words that begin with a capital, levels ("xã", "cấp huyện"), fields of work, a further head
    ("Ban Thường vụ | Huyện ủy") and, joined by a hyphen, "và" or – in a plural – a comma, with more of these.
    """
    mode = "place" if kind == "place" else "head"
    length = len(syllables)
    while position < length:
        step, mode = _step(syllables, position, mode, plural)
        if step == position:
            break
        plural = plural or syllables.codes[position] in EACH
        position = step
    while syllables.codes[position - 1] in _SIGNS_INSIDE:
        position -= 1
    return position


def _step(syllables: Syllables, at: int, mode: str, plural: bool) -> tuple[int, str]:
    """Give the end of the next piece of a name, or ``at`` where the name is over, and the mode of what follows.

    Modes: "head" right after a head word, where another may follow in small letters ("Giám đốc bệnh viện"); "field"
    in a field of work, where small letters complete a word ("Nội vụ"); "place" after a level, where they do not.
    """
    codes = syllables.codes
    character = codes[at]
    if character in EACH or character in NUMBER:
        return _numbered(syllables, at), mode
    if character in _SIGNS_INSIDE:
        return _joined(syllables, at, plural), mode
    head = _head(syllables, at, small=mode == "head")
    part = PARTS.match(codes, at)
    if head and (not part or head >= part[0]):
        return head, "head"
    if part and (mode != "place" or "level" in part[1]):
        return part[0], "place" if "level" in part[1] else "field"
    return _word(syllables, at, mode), "place" if mode == "place" else "field"


def _word(syllables: Syllables, at: int, mode: str) -> int:
    """Give the end of a word with a capital; in a field of work a small second syllable belongs to it.

    Two capitals in a row are the name of a place or a person, and no small syllable goes with them.
    """
    form = syllables.forms[at]
    if not form[0].isupper() or syllables.text.isupper():
        return at
    following = at + 1
    is_proper = mode == "place" or (mode == "field" and _is_capital(syllables, at - 1))
    if is_proper or (len(form) > 1 and form.isupper()) or following >= len(syllables):
        return following
    small = syllables.forms[following]
    if small[0].islower() and not AFTER.match(syllables.codes, following):
        return following + 1
    return following


def _joined(syllables: Syllables, at: int, plural: bool) -> int:
    """Give the token after a hyphen, "và" or comma inside a name, or ``at`` where it ends the name."""
    character = syllables.codes[at]
    if character == SIGNS["comma"]:
        return _listed(syllables, at, plural)
    if character == SIGNS["also"]:
        return at + 1 if _head(syllables, at + 1) else at
    if not _is_capital(syllables, at + 1):
        return at
    if character == SIGNS["and"] and _head(syllables, at + 1):
        return at
    return at + 1


def _numbered(syllables: Syllables, at: int) -> int:
    """Read "các trường học", "08 KBNN", "05 xã" – or the number of a named thing, "số 2"."""
    codes = syllables.codes
    follows = HEADS.match(codes, at + 1)
    if follows and "none" not in follows[1]:
        return follows[0]
    return at + 1 if codes[at] in NUMBER and codes[at - 1] in NUMBERED else at


def _listed(syllables: Syllables, at: int, plural: bool) -> int:
    """Read on after a comma: a further level ("UBND xã, thị trấn") or, in a plural, a further place."""
    if at + 1 >= len(syllables):
        return at
    level = PARTS.match(syllables.codes, at + 1)
    if level and "level" in level[1] and syllables.codes[at - 1] in LEVEL_ENDS:
        return level[0]
    return at + 1 if plural and _is_capital(syllables, at + 1) and not HEADS.match(syllables.codes, at + 1) else at


def _head(syllables: Syllables, at: int, *, small: bool = False) -> int:
    """Give the end of a head word that begins at a token, 0 where none does."""
    found = HEADS.match(syllables.codes, at)
    if not found or not found[1] & {"body", "capital", "office"}:
        return 0
    return found[0] if small or found[1] & {"body", "office"} or _is_capital(syllables, at) else 0


def _is_capital(syllables: Syllables, at: int) -> bool:
    return at < len(syllables) and syllables.forms[at][0].isupper()
