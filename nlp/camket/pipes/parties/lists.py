"""The word lists of parties as phrase tables: heads of names, parts of names, what stands before and after a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from camket.lexicons import lexicon
from camket.text.grammar import code
from camket.text.phrases import Endings, Phrases, expand

_ORGANISATIONS: Final = lexicon("organisations")
_OFFICES: Final = lexicon("offices")
_DUTIES: Final = lexicon("responsibilities")


def _kinds(groups: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Phrases with the names of all lists in which they stand."""
    kinds: dict[str, set[str]] = {}
    for kind, phrases in groups:
        for phrase in phrases:
            for plain in expand(phrase):
                kinds.setdefault(plain, set()).add(kind)
    yield from ((phrase, frozenset(found)) for phrase, found in kinds.items())


def _table(groups: Iterable[tuple[str, Iterable[str]]]) -> Phrases[frozenset[str]]:
    return Phrases(_kinds(groups))


def _lists(lists: Mapping[str, Iterable[str]], names: str | None = None) -> list[tuple[str, Iterable[str]]]:
    return [(name, lists[name]) for name in (names.split() if names else lists)]


HEADS: Final = _table(
    [*_lists(_ORGANISATIONS["heads"]), *_lists(_OFFICES["heads"]), ("none", _ORGANISATIONS["not_heads"]["words"])]
)
PARTS: Final = _table(_lists(_ORGANISATIONS["parts"]))
ADDRESS: Final = Endings(_kinds([("address", _OFFICES["address"]["words"])]))
_BEFORE: Final = _lists(_DUTIES["before"], "assign coordinate recipient agent opening speaker")
BEFORE: Final = Endings(_kinds(_BEFORE))
FRONTED: Final = _table(_lists(_DUTIES["before"], "fronted"))
AFTER: Final = _table([*_lists(_DUTIES["after"]), *_lists(_DUTIES["verbs"])])
BEARING: Final = _table(_lists(_DUTIES["bearing"]))
LEAD_IN: Final = _table(_lists(_DUTIES["lead_in"]))

EACH: Final = frozenset(map(code, ("các", "mỗi", "từng", "những", "hai", "ba")))
# A year is no count: "Năm 2024 Cục …".
NUMBER: Final = frozenset("124")
# Words after which a number belongs to a name: "Tổ công tác số 2", "thôn 4".
_NUMBERED: Final = "số trường thôn bản ấp khóm phố tổ khối phòng đội vực xã phường cụm"
NUMBERED: Final = frozenset(map(code, re.findall(r"\w+", _NUMBERED)))
SIGNS = {name: code(sign) for name, sign in (("comma", ","), ("semicolon", ";"), ("colon", ":"), ("bar", "|"))}
SIGNS |= {"and": code("và"), "dot": code("."), "open": code("("), "close": code(")"), "which": code("nào")}
SIGNS |= {"then": code("thì"), "also": code("kiêm"), "hyphen": code("-"), "dash": code("–"), "ampersand": code("&")}
SIGNS |= {"apostrophe": code("'"), "apostrophe2": code("’"), "plus": code("+"), "slash": code("/")}
SIGNS |= {"must": code("phải"), "of": code("của")}
# Last syllables of levels: after one of these a comma may bring the next level.
LEVEL_ENDS: Final = frozenset(
    code(level.split()[-1]) for level in ("xã", "phường", "thị trấn", "huyện", "thành phố", "tỉnh")
)
# Last tokens of a time with which a sentence begins: "6 tháng cuối năm các chi nhánh …".
TIME_ENDS: Final = frozenset(map(code, ("năm", "nay", "tới", "tuần"))) | frozenset("1234")
# Without one of these a report quotes no assignment.
QUOTING: Final = frozenset(map(code, ("giao", "thuộc", "phân")))
# Kinds of names that need no "các" and no duty to count.
NAMED: Final = frozenset(("body", "office"))
# What stands before the subject of a clause.
SUBJECTS: Final = frozenset(("head", "start", "comma", "opening", "fronted"))
# First syllables of an address to one person: "đồng chí", "đ/c".
COMRADE: Final = frozenset(map(code, ("đồng", "đ")))
# Words right before a place that acts or is given a task.
BEFORE_PLACES: Final = EACH | frozenset(
    map(code, ("và", "thì", "giao", "cầu", "công", "cho", "về", "do", "với", "hợp", "riêng", "quý"))
)
