"""Read the abbreviations that a text defines for its own names: "Ban Quản lý dự án huyện (gọi tắt là Ban QLDA)"."""

from __future__ import annotations

from typing import Final

from camket.pipes.parties.lists import SIGNS
from camket.pipes.parties.names import Name
from camket.text.grammar import Grammar
from camket.text.lexer import Syllables

Definition = str

_DEFINED: Final = Grammar(
    "<open> (?:sau đây)? (?:gọi|viết)? (?P<cue>tắt)? (?:là)? <colon>? (?P<short><word>{1,4}) <close>"
)


def find_definitions(syllables: Syllables, names: list[Name]) -> dict[str, Definition]:
    """Map each abbreviation to the full name that it stands for in the text.

    A short form counts where "gọi tắt là" or "viết tắt là" says so, or where the brackets hold capitals only.

    Examples
    --------
    >>> from camket.pipes.parties.names import read_names
    >>> s = Syllables("Trung tâm Phục vụ hành chính công (TTHCC) báo cáo; TTHCC chịu trách nhiệm.")
    >>> find_definitions(s, read_names(s))
    {'TTHCC': 'Trung tâm Phục vụ hành chính công'}
    """
    if SIGNS["open"] not in syllables.codes:
        return {}
    found = {}
    for name in names:
        match = _DEFINED.match(syllables, name.last)
        if match and (match["cue"] or _is_short(syllables.forms[match.start("short") : match.end("short")])):
            found[syllables.slice(*match.span("short"))] = syllables.slice(name.first, name.last)
    return found


def _is_short(forms: list[str]) -> bool:
    return len(forms) == 1 and len(forms[0]) > 1 and forms[0].isupper()


def defined_names(syllables: Syllables, names: list[Name], definitions: dict[str, Definition]) -> list[Name]:
    """Read the later uses of abbreviations that are no name by themselves."""
    singles = {short for short in definitions if short.isalpha()}
    taken = {token for name in names for token in range(name.first, name.last)}
    places = [i for i, form in enumerate(syllables.forms) if form in singles and i not in taken]
    used = [i for i in places if syllables.codes[i + 1 : i + 2] != SIGNS["close"]]
    return sorted([*names, *(Name(i, i, i + 1, "body") for i in used)], key=lambda name: name.first)
