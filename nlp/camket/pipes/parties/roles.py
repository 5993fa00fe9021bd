"""Decide which names are responsible, from the words before and after them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from camket.pipes.parties.lists import AFTER, BEFORE, SIGNS
from camket.pipes.parties.names import Name
from camket.records import PartyRole
from camket.text.lexer import Syllables

_LIST_SIGNS = frozenset((SIGNS["comma"], SIGNS["and"]))
_OPENERS = frozenset(SIGNS[name] for name in ("semicolon", "colon", "bar", "dot", "hyphen", "dash", "plus", "close"))
# Labels such as "1.", "a)", "- " or "Điều 3." stand within the first tokens.
_LABEL = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Names that a list joins, with what stands before the first and after the last.

    ``before`` is one of "start", "comma", "assign", "coordinate", "recipient", "agent", "opening", "speaker", "";
    ``after`` the lists in which the words after it stand. ``cue`` and ``next`` are the token ranges of both.
    """

    names: tuple[Name, ...]
    before: str
    cue: tuple[int, int]
    after: frozenset[str]
    next: tuple[int, int]


def groups(syllables: Syllables, names: list[Name]) -> Iterator[Group]:
    """Join the names that a comma or "và" connects, and look around each list."""
    run: list[Name] = []
    for name in names:
        if run and not _joined(syllables, run[-1], name):
            yield _group(syllables, run)
            run = []
        run.append(name)
    if run:
        yield _group(syllables, run)


def _joined(syllables: Syllables, one: Name, other: Name) -> bool:
    between = syllables.codes[one.last : other.outer]
    return 0 < len(between) <= 2 and _LIST_SIGNS.issuperset(between)


def _group(syllables: Syllables, names: list[Name]) -> Group:
    before, cue = _before(syllables, names[0].outer)
    after, following = _after(syllables, names[-1].last)
    return Group(tuple(names), before, cue, after, following)


def _before(syllables: Syllables, at: int) -> tuple[str, tuple[int, int]]:
    codes = syllables.codes
    length = len(codes)
    if at == 0:
        return "start", (0, 0)
    found = BEFORE.match(codes[::-1], length - at)
    if found:
        first = length - found[0]
        order = ("assign", "coordinate", "speaker", "agent", "recipient", "opening")
        return next(kind for kind in order if kind in found[1]), (first, at)
    if codes[at - 1] in _OPENERS or (at <= _LABEL and not _has_word(syllables, at)):
        return "start", (at, at)
    return ("comma" if codes[at - 1] in _LIST_SIGNS else ""), (at, at)


def _has_word(syllables: Syllables, end: int) -> bool:
    return any(len(form) > 1 and form.isalpha() for form in syllables.forms[:end])


def _after(syllables: Syllables, at: int) -> tuple[frozenset[str], tuple[int, int]]:
    codes = syllables.codes
    if codes[at : at + 1] == SIGNS["open"]:
        inner = AFTER.match(codes, at + 1)
        if inner and codes[inner[0] : inner[0] + 1] == SIGNS["close"]:
            return inner[1], (at + 1, inner[0])
        close = codes.find(SIGNS["close"], at, at + 40)
        at = close + 1 if close >= 0 else at
    if at >= len(codes):
        return frozenset(("end",)), (at, at)
    found = AFTER.match(codes, at)
    if found:
        return found[1], (at, found[0])
    if codes[at] == SIGNS["which"]:
        return frozenset(("which",)), (at, at + 1)
    return frozenset(("word" if syllables.forms[at][0].isalpha() else "sign",)), (at, at)


def promised(syllables: Syllables, group: Group) -> PartyRole | None:
    """Give the role of a group in a promise or an announcement.

    Named tasks ("giao X", "X chủ trì") come first, then the plain subject of a clause.
    """
    after = group.after
    if group.before == "coordinate":
        return "coordinate"
    if group.before in ("assign", "agent"):
        return _given(syllables, group)
    if group.before == "recipient":
        return None
    if "lead" in after:
        return "lead"
    if "coordinate" in after:
        return "lead" if _has_partner(syllables, group.next[1]) else "coordinate"
    return "lead" if _is_subject(syllables, group) else None


def _given(syllables: Syllables, group: Group) -> PartyRole | None:
    if "coordinate" in group.after and not _has_partner(syllables, group.next[1]):
        return "coordinate"
    if group.before == "agent":
        return "lead" if group.after & {"lead", "doing"} and "source" not in group.after else None
    cue = syllables.lowered[group.cue[0]]
    if cue == "chỉ" and (group.names[0].kind != "body" or "doing" not in group.after):
        return None
    return "lead"


def _has_partner(syllables: Syllables, at: int) -> bool:
    """Whether a partner follows "phối hợp": "với", "cùng" or a name."""
    rest = syllables.lowered[at : at + 3]
    return bool({"với", "cùng"} & set(rest)) or (at < len(syllables) and syllables.forms[at][0].isupper())


def _is_subject(syllables: Syllables, group: Group) -> bool:
    after = group.after
    if "which" in after:
        return _bears_condition(syllables, group)
    if group.before == "" or group.before == "speaker":
        return group.before == "speaker"
    if "doing" in after or "state_but_promise" in after:
        return "state" not in after or "state_but_promise" in after
    if "state" in after or group.before == "comma" or after & {"end", "sign"}:
        return False
    return group.names[-1].kind in ("body", "office", "group")


def _bears_condition(syllables: Syllables, group: Group) -> bool:
    """ "Đơn vị nào … thì phải giải trình": the subject bears it, unless "thì" names somebody else."""
    codes = syllables.codes
    then = codes.find(SIGNS["then"], group.next[1])
    if then < 0 or group.names[-1].kind not in ("office", "body"):
        return False
    return syllables.lowered[then + 1 : then + 2] in (["phải"], ["chịu"], ["tự"], ["bị"])


def quoted(syllables: Syllables, group: Group) -> PartyRole | None:
    """Give the role of a group in a report: only "trách nhiệm thuộc về X" and "giao X chủ trì" count."""
    if group.before != "assign":
        return None
    cue = syllables.lowered[group.cue[0] : group.cue[1]]
    if cue[0] == "thuộc":
        return "lead"
    return "lead" if "lead" in group.after and cue[0] in ("giao", "phân") else None
