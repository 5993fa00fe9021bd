"""Find the words that say who is not named, who answers for a task, who hears of it and who decides."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.parties.eligibility import is_party
from camket.pipes.parties.finder import assignments
from camket.pipes.parties.names import names_of
from camket.pipes.parties.stance import stance
from camket.pipes.parties.table import diffuse_cells
from camket.pipes.source import Source
from camket.records import Cue
from camket.text.phrases import Phrases

# Whose power it is in asks another question than who helps: "cấp có thẩm quyền" is a cue of authority.
_UNNAMED: Final = [
    phrase for phrase in lexicon("organisations")["heads"]["unnamed"] if not phrase.endswith("thẩm quyền")
]
_LISTS: Final = {"unnamed_partner": _UNNAMED, **lexicon("responsibilities")["cues"]}
_TABLE: Final = Phrases((phrase, label) for label, phrases in _LISTS.items() for phrase in phrases)
# Words that only look like a cue: "chương trình" holds "trình".
_IGNORED: Final = "ignored"
_PLACE: Final = attrgetter("start", "end")


def find_party_cues(source: Source) -> tuple[Cue, ...]:
    """Give the cues of responsibility in an item, in order.

    Labels: "diffuse_subject" (các cấp, các ngành), "unnamed_partner" (các đơn vị liên quan), "accountability" (chịu
    trách nhiệm trước …), "reporting" (báo cáo … định kỳ), "authority" (trình … phê duyệt, theo thẩm quyền) and
    "several_leads" for a second body that leads the same task.

    Examples
    --------
    >>> from camket.records import Item
    >>> item = Item("Các cấp, các ngành phối hợp với các đơn vị liên quan để thực hiện.", "commitment")
    >>> [(item.text[c.start:c.end], c.label) for c in find_party_cues(Source(item))]
    [('Các cấp, các ngành', 'diffuse_subject'), ('các đơn vị liên quan', 'unnamed_partner')]
    """
    span = source.syllables.span
    hits = _TABLE.scan(source.syllables.symbols)
    found = [Cue(*span(first, last), label) for first, last, label in hits if label != _IGNORED]
    if stance(source, None) == "promise":
        found += _subjects(source)
    if "|" in source.item.text:
        # Cells of a column of leading bodies that name a crowd: "Toàn thể viên chức" under "Chủ trì".
        found += [Cue(*span(first, last), "diffuse_subject") for first, last in diffuse_cells(source)]
    if len(found) > 1:
        found.sort(key=_PLACE)
    return tuple(found)


def _subjects(source: Source) -> list[Cue]:
    """Cover subjects of a promise that bind nobody, and lists of bodies that lead one task together."""
    syllables = source.syllables
    found: list[Cue] = []
    for group, role in assignments(source, names_of(source), "promise"):
        if role != "lead":
            continue
        crowds = [name for name in group.names if name.kind == "diffuse"]
        found += [Cue(*syllables.span(name.first, name.last), "diffuse_subject") for name in crowds]
        leads = [name for name in group.names if is_party(syllables, name, group, role)]
        if len(leads) > 1:
            found.append(Cue(*syllables.span(leads[0].first, leads[-1].last), "several_leads"))
    return found
