"""Tell how an item speaks of the bodies it names, where its act is not known."""

from __future__ import annotations

from typing import Final, Literal

from camket.lexicons import lexicon
from camket.pipes.parties.lists import LEAD_IN, SIGNS
from camket.pipes.source import Source
from camket.records import Act
from camket.text.grammar import Grammar, any_of

Stance = Literal["promise", "announcement", "report", "silent"]

_PROPOSAL: Final = Grammar("(?:kiến nghị|đề nghị|đề xuất)")
_BASIS: Final = Grammar("(?:căn cứ|xét đề nghị|theo đề nghị)")
# Words of a promise at the head of an item in a report.
_PROMISE: Final = Grammar(
    "(?:giao|yêu cầu|phân công|sẽ|tiếp tục|phấn đấu|cam kết|hướng khắc phục|nhiệm vụ|phối hợp với)"
)
_FIRST_WORDS: Final = 4
_OPENS: Final = Grammar(any_of(lexicon("responsibilities")["lead_in"]["persons"]))
_INTRODUCES: Final = frozenset(("marks", "persons"))
_ANNOUNCES: Final = Grammar(any_of(lexicon("responsibilities")["lead_in"]["verbs"]))


def stance(source: Source, act: Act | None) -> Stance:
    """Give the stance of an item.

    "promise" where subjects bind themselves, "announcement" for a lead-in, whose speaker is responsible, "report" where
    only quoted assignments count, "silent" where nobody is.
    """
    if act == "commitment":
        return "promise"
    if act in ("claim", "proposal"):
        return "report"
    if act == "cause":
        return "silent"
    if act == "other":
        return _background(source)
    return _guess(source)


def _background(source: Source) -> Stance:
    """Tell lead-ins, and sentences that announce without one, from headings and legal bases."""
    if source.syllables.is_upper:
        return "silent"
    if is_lead_in(source) or _ANNOUNCES.search(source.syllables):
        return "announcement"
    return "report"


def is_lead_in(source: Source) -> bool:
    """Whether an item introduces what follows or says who speaks."""
    symbols = source.syllables.symbols
    return symbols[-1:] == [SIGNS["colon"]] or any(kinds & _INTRODUCES for _, _, kinds in LEAD_IN.scan(symbols))


def _guess(source: Source) -> Stance:
    """Tell the stance from a few words: colons, openings and the mood of the clauses."""
    syllables = source.syllables
    if syllables.codes[-1:] == SIGNS["colon"] or _OPENS.search(syllables, 0, _FIRST_WORDS):
        return "announcement"
    if syllables.is_upper or _BASIS.match(syllables):
        return "silent"
    if _PROPOSAL.search(syllables, 0, _FIRST_WORDS):
        return "report"
    if source.item.kind == "commitment" or _PROMISE.search(syllables, 0, _FIRST_WORDS):
        return "promise"
    moods = {clause.mood for clause in source.clauses}
    return "promise" if "planned" in moods and "done" not in moods else "report"
