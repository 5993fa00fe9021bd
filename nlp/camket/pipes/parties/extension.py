"""Follow a name from its head word to its end."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.pipes.parties.lists import AFTER, EACH, HEADS, LEVEL_ENDS, NUMBER, NUMBERED, PARTS, SIGNS
from camket.text.lexer import Syllables

# So many small words at most complete a field of work.
_SMALL: Final = 4
_COMPLETED: Final = lexicon("organisations")["completed"]
_TEAMS: Final = frozenset(_COMPLETED["teams"])
_OFFICES: Final = frozenset(_COMPLETED["offices"])
_DUTY: Final = frozenset(["doing", "lead", "coordinate"])
_SIGNS_INSIDE: Final = frozenset(
    SIGNS[name] for name in ["hyphen", "dash", "ampersand", "apostrophe", "apostrophe2", "and", "comma", "also"]
)


def extend(syllables: Syllables, position: int, *, place: bool = False, plural: bool = False) -> int:
    """Give the end of a name whose head ends at ``position``.

    A name goes on with words that begin with a capital, levels ("xã", "cấp huyện"), fields of work, a further head
    ("Ban Thường vụ | Huyện ủy") and, joined by a hyphen, "và" or – in a plural – a comma, with more of these.
    """
    mode = "place" if place else "head"
    length = len(syllables)
    while position < length:
        step, mode = _step(syllables, position, mode, plural)
        if step == position:
            break
        plural = plural or syllables.symbols[position] in EACH
        position = step
    while syllables.symbols[position - 1] in _SIGNS_INSIDE:
        position -= 1
    return position


def _step(syllables: Syllables, at: int, mode: str, plural: bool) -> tuple[int, str]:
    """Give the end of the next piece of a name, or ``at`` where the name is over, and the mode of what follows.

    Modes: "head" right after a head word, where another may follow in small letters ("Giám đốc bệnh viện"); "field"
    in a field of work, where small letters complete a word ("Nội vụ"); "place" after a level, where they do not.
    """
    symbols = syllables.symbols
    character = symbols[at]
    if (character in EACH and not is_capital(syllables, at)) or character in NUMBER:
        return _numbered(syllables, at), mode
    if character in _SIGNS_INSIDE:
        return _joined(syllables, at, plural), mode
    head = _head(syllables, at, small=mode == "head")
    part = PARTS.match(symbols, at)
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
    if syllables.is_upper:
        return at
    if not form[0].isupper():
        if mode == "place":
            return at
        return at + 1 if _is_inner(syllables, at) else _small_words(syllables, at)
    following = at + 1
    is_proper = mode == "place" or (mode == "field" and is_capital(syllables, at - 1))
    if is_proper or (len(form) > 1 and form.isupper()) or following >= len(syllables):
        return following
    if not syllables.forms[following][0].islower():
        return following
    # A verb with a capital is a field of work: "Sở Xây dựng".
    verb = AFTER.match(syllables.symbols, at)
    if verb and verb[0] > following:
        return verb[0]
    return following if AFTER.match(syllables.symbols, following) else following + 1


def _small_words(syllables: Syllables, at: int) -> int:
    """Give the end of small words that complete a field of work where a verb of doing follows: "Tổ đo mặn | đo …".

    The token itself where none do: no word among them may stand before or after a name by itself.
    """
    lowered = syllables.lowered
    if at < 3 or not (lowered[at - 1] in _TEAMS or lowered[at - 3] in _OFFICES):
        return at
    symbols = syllables.symbols
    for end in range(at + 1, min(at + _SMALL, len(symbols)) + 1):
        if not _is_field_word(syllables, end - 1):
            return at
        follows = AFTER.match(symbols, end)
        if follows and end - at >= 2 and follows[1] & _DUTY:
            return end
    return at


def _is_field_word(syllables: Syllables, at: int) -> bool:
    form, symbols = syllables.forms[at], syllables.symbols
    return form.islower() and form != "nào" and not AFTER.match(symbols, at) and not HEADS.match(symbols, at)


def _is_inner(syllables: Syllables, at: int) -> bool:
    """Whether a small word leads on to capitals inside a name: "Ban Quản lý | chợ | Cồn Hến"."""
    return syllables.forms[at].isalpha() and is_capital(syllables, at + 1) and not AFTER.match(syllables.symbols, at)


def _joined(syllables: Syllables, at: int, plural: bool) -> int:
    """Give the token after a hyphen, "và" or comma inside a name, or ``at`` where it ends the name."""
    character = syllables.symbols[at]
    if character == SIGNS["comma"]:
        return _listed(syllables, at, plural)
    if character == SIGNS["also"]:
        return at + 1 if _head(syllables, at + 1) else at
    if not is_capital(syllables, at + 1):
        return at
    if character == SIGNS["and"] and _head(syllables, at + 1):
        return at
    return at + 1


def _numbered(syllables: Syllables, at: int) -> int:
    """Read "các trường học", "08 KBNN", "05 xã" – or the number of a named thing, "số 2"."""
    symbols = syllables.symbols
    follows = HEADS.match(symbols, at + 1)
    if follows and "none" not in follows[1]:
        return follows[0]
    if symbols[at] not in NUMBER:
        return at
    # "xã 09 thanh niên" is counted, "Phòng Nghiệp vụ 4" is a name.
    counts = syllables.forms[at][0] == "0"
    named = symbols[at - 1] in NUMBERED or _ends_name(syllables, at)
    return at + 1 if named and not counts else at


def _ends_name(syllables: Syllables, at: int) -> bool:
    """Whether a verb of doing follows a number behind a word of a name."""
    follows = AFTER.match(syllables.symbols, at + 1)
    behind_name = is_capital(syllables, at - 1) or is_capital(syllables, at - 2)
    return behind_name and bool(follows and follows[1] & _DUTY)


def _listed(syllables: Syllables, at: int, plural: bool) -> int:
    """Read on after a comma: a further level ("UBND xã, thị trấn") or, in a plural, a further place."""
    if at + 1 >= len(syllables):
        return at
    level = PARTS.match(syllables.symbols, at + 1)
    if level and "level" in level[1] and syllables.symbols[at - 1] in LEVEL_ENDS:
        return level[0]
    return at + 1 if plural and is_capital(syllables, at + 1) and not HEADS.match(syllables.symbols, at + 1) else at


def _head(syllables: Syllables, at: int, *, small: bool = False) -> int:
    """Give the end of a head word that begins at a token, 0 where none does."""
    found = HEADS.match(syllables.symbols, at)
    if not found or not found[1] & {"body", "capital", "office"}:
        return 0
    return found[0] if small or found[1] & {"body", "office"} or is_capital(syllables, at) else 0


def is_capital(syllables: Syllables, at: int) -> bool:
    """Whether there is a token at a place and it begins with a capital."""
    return at < len(syllables) and syllables.forms[at][0].isupper()
