"""Short forms that a document defines in brackets and uses alone later ("Trung tâm Điều hành thông minh (IOC)")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from camket.linking.terms import Term, find_terms
from camket.linking.unit import Unit
from camket.text.lexer import Syllables

_DEFINED = re.compile(r"([^()|;:.\d]{8,120})\((?:gọi tắt là |viết tắt là )?([A-ZĐ]{2,8})\)")
_USED = re.compile(r"\b[A-ZĐ]{2,8}\b")
_LONGEST = 7  # syllables of a full name that are looked at
Sides = tuple[list[Unit], list[Unit]]


def expand(commitments: Sequence[Unit], reports: Sequence[Unit]) -> Sides:
    """Both sides with the words of a full name wherever its short form stands, and with that form as a mark.

    Examples
    --------
    >>> defined("Khai trương Trung tâm Điều hành thông minh (IOC).")["IOC"]
    'Trung tâm Điều hành thông minh'
    """
    known: dict[str, str] = {}
    for unit in (*reports, *commitments):
        known.update(defined(unit.text))
    if not known:
        return list(commitments), list(reports)
    return [_expanded(c, known) for c in commitments], [_expanded(r, known) for r in reports]


def defined(text: str) -> dict[str, str]:
    """Full names by the short forms that a text defines, the last syllables of long ones."""
    found = {}
    for match in _DEFINED.finditer(text):
        words = match[1].split()[-_LONGEST:]
        start = next((i for i, word in enumerate(words) if word[0].isupper()), 0)
        found[match[2]] = " ".join(words[start:])
    return found


def _expanded(unit: Unit, known: Mapping[str, str]) -> Unit:
    used = [match for match in _USED.finditer(unit.text) if match[0] in known]
    if not used:
        return unit
    here = {term.name for term in unit.terms}
    added = [
        Term(term.name, match.start(), match.end())
        for match in used for term in find_terms(Syllables(known[match[0]])) if term.name not in here
    ]  # fmt: skip
    terms = tuple(sorted((*unit.terms, *added), key=lambda term: term.start))
    return replace(unit, terms=terms, short=frozenset(match[0].lower() for match in used))
