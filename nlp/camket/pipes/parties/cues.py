"""Find the words that say who is not named, who answers for a task, who hears of it and who decides."""

from __future__ import annotations

from camket.lexicons import lexicon
from camket.pipes.source import Source
from camket.records import Cue
from camket.text.phrases import Phrases

_ORGANISATIONS = lexicon("organisations")["heads"]
_LISTS = {"diffuse_subject": _ORGANISATIONS["diffuse"], "unnamed_partner": _ORGANISATIONS["unnamed"]}
_LISTS |= lexicon("responsibilities")["cues"]
_TABLE = Phrases((phrase, label) for label, phrases in _LISTS.items() for phrase in phrases)


def find_party_cues(source: Source) -> tuple[Cue, ...]:
    """Give the cues of responsibility in an item, in order, without overlaps.

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
    found = [Cue(*span(first, last), label) for first, last, label in _TABLE.scan(source.syllables.codes)]
    return tuple(found)
