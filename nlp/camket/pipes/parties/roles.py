"""Decide which names are responsible, from the words before and after them."""

from __future__ import annotations

from typing import Final

from camket.pipes.parties.context import Group
from camket.pipes.parties.lists import BEARING, LEAD_IN, NAMED, SIGNS, SUBJECTS
from camket.records import PartyRole
from camket.text.lexer import Syllables

_CLAUSE: Final = frozenset(("head", "start", "opening", "fronted"))
# After these a body is not the one that speaks.
_NOT_SPEAKING: Final = frozenset(("đã", "được", "yêu", "đề", "giao", "bị", "là"))
# "Tôi là …" stands no farther before the office, and a condition's end no farther behind its subject.
_INTRODUCTION: Final = 40
_CONDITION: Final = 60
# A heading inside an item is no longer than this.
_HEADING: Final = 8


def in_promise(syllables: Syllables, group: Group, *, led: bool) -> PartyRole | None:
    """Give the role of a group in a promise: a task that is given, help, or the plain subject of a clause.

    ``led`` says whether somebody leads already; "X phối hợp" is help only then.
    """
    if group.before == "recipient":
        return "lead" if _is_owner(syllables, group) else None
    if group.before == "coordinate":
        return "coordinate"
    helps = "coordinate" in group.after and not _has_partner(syllables, group.next[1])
    if group.before in ("assign", "agent"):
        return "coordinate" if helps else _given(syllables, group)
    if "lead" in group.after:
        return "lead"
    if helps and led and group.before:
        return "coordinate"
    return "lead" if _is_subject(syllables, group) else None


def _is_owner(syllables: Syllables, group: Group) -> bool:
    """Whether a heading inside the item gives the task away: "Việc khó của Bí thư: …"."""
    owned = syllables.lowered[group.cue[0]] in ("của", "đối") and "colon" in group.after
    return owned and group.names[0].first <= _HEADING and group.names[0].kind in NAMED


def _given(syllables: Syllables, group: Group) -> PartyRole | None:
    if group.before == "agent":
        return "lead" if group.after & {"lead", "doing"} and "source" not in group.after else None
    # "chỉ đạo X": X is tasked only where it is one body and its task follows.
    if syllables.lowered[group.cue[0]] == "chỉ":
        return "lead" if group.names[0].kind == "body" and "doing" in group.after else None
    return "lead"


def _has_partner(syllables: Syllables, at: int) -> bool:
    """Whether a partner follows "phối hợp": "với", "cùng" or a name."""
    rest = syllables.lowered[at : at + 3]
    return bool({"với", "cùng"} & set(rest)) or (at < len(syllables) and syllables.forms[at][0].isupper())


def _is_subject(syllables: Syllables, group: Group) -> bool:
    after = group.after
    if group.before == "bracket":
        return "close" in after and _ends(syllables, group.next[0] + 1) and group.names[-1].kind in NAMED
    if not group.before or group.before == "speaker":
        return False
    if "which" in after:
        return _bears_condition(syllables, group)
    if after & {"doing", "state_but_promise", "coordinate"}:
        return True
    if group.before == "head" and "colon" in after:
        return group.names[-1].kind in NAMED
    return group.before in _CLAUSE and "word" in after and group.names[-1].kind != "place"


def _ends(syllables: Syllables, at: int) -> bool:
    return all(not form[0].isalnum() for form in syllables.forms[at : at + 2])


def _bears_condition(syllables: Syllables, group: Group) -> bool:
    """Tell who bears "đơn vị nào … thì phải giải trình": the subject, unless "thì" names somebody else."""
    condition = syllables.symbols[group.next[1] : group.next[1] + _CONDITION]
    then = condition.index(SIGNS["then"]) if SIGNS["then"] in condition else -1
    return bool(BEARING.match(condition, then + 1)) if then >= 0 else SIGNS["must"] in condition


def in_announcement(syllables: Syllables, group: Group) -> PartyRole | None:
    """Give the role of a group in a lead-in: the body that announces, the person who signs."""
    if group.before == "recipient":
        return None
    if is_introduced(syllables, group):
        return "lead"
    if group.before == "coordinate":
        return "coordinate" if "doing" in group.after else None
    if group.before not in SUBJECTS or _is_followed_by_sentence(syllables, group):
        return None
    if group.after & {"doing", "lead", "coordinate"}:
        return None if group.before == "comma" and group.names[-1].kind == "place" else "lead"
    return "lead" if group.before == "head" and _goes_on(syllables, group) else None


def _goes_on(syllables: Syllables, group: Group) -> bool:
    """Whether a lead-in that opens with its speaker goes on to say so: "UBND xã khóa X, họp …, quyết nghị:"."""
    if "end" in group.after or syllables.lowered[group.next[0]] in _NOT_SPEAKING:
        return False
    return any(kinds & {"marks", "verbs"} for _, _, kinds in LEAD_IN.scan(syllables.symbols[group.next[0] :]))


def is_introduced(syllables: Syllables, group: Group) -> bool:
    """Whether a group is the office of a person who says "tôi", or a body that somebody speaks for."""
    if group.before == "speaker":
        return True
    if group.names[-1].kind != "office" or group.before not in ("start", "comma", "fronted", "bracket"):
        return False
    first = group.names[0].first
    hits = LEAD_IN.scan(syllables.symbols[max(0, first - _INTRODUCTION) : first])
    return any("persons" in kinds for _, _, kinds in hits)


def _is_followed_by_sentence(syllables: Syllables, group: Group) -> bool:
    last = group.names[-1].last
    dot = syllables.codes.find(SIGNS["dot"], last, last + _CONDITION)
    return 0 < dot < len(syllables) - 2 and syllables.forms[dot + 1][0].isupper()


def in_report(syllables: Syllables, group: Group) -> PartyRole | None:
    """Give the role of a group in a report: only "trách nhiệm thuộc về X" and "giao X chủ trì" count."""
    if group.before != "assign":
        return None
    cue = syllables.lowered[group.cue[0]]
    if cue in ("thuộc", "trực"):
        return "lead"
    denied = group.cue[0] > 0 and syllables.lowered[group.cue[0] - 1] in ("chưa", "không")
    return "lead" if "lead" in group.after and cue in ("giao", "phân") and not denied else None
