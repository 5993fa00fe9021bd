"""One item of a pair, prepared for linking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from camket.lexicons import lexicon
from camket.linking.terms import Term, find_inner, find_names, find_terms
from camket.linking.words import cues
from camket.records import Annotation
from camket.text.labels import parse_label
from camket.text.lexer import Syllables

_OPENINGS = lexicon("linking")["openings"]
_CAUSE, _FORCE, _HARDSHIP, _BECAUSE, _EFFECT, _REASON = (
    re.compile(_OPENINGS[name]) for name in ("cause", "force", "hardship", "because", "effect", "reason")
)
_ASKS, _PAST = re.compile(_OPENINGS["asks"]), re.compile(r"\b(?:đã|xong|chưa|đang|đạt)\b")
_NOT_DONE = re.compile(_OPENINGS["not_done"])
_OWING_TO, _NONE = re.compile(_OPENINGS["owing_to"]), re.compile(_OPENINGS["none"])
_COUNTED = re.compile(r"\d")
_RATIO = re.compile(r"\d+/\d+")
_MONTH = timedelta(days=32)
_TOPIC = 90  # characters in which a heading before a colon must end


@dataclass(frozen=True)
class Unit:
    """An annotated item with its terms.

    Attributes
    ----------
    id : str
        Unique on its side of the pair.
    annotation : Annotation
        What the pipeline found in the item.
    day : date or None
        Date of its document.
    terms : tuple of Term
        What it is about.
    inner : tuple of Term
        Words of its concepts.
    names : frozenset of str
        Proper names in it, lower case.
    cues : frozenset of str
        How it speaks (:mod:`camket.linking.words`).
    label : str
        The number or bullet it begins with.
    opens : bool
        Whether it is the first item below its document's title.
    topic : tuple of Term
        Terms of the numbered heading above that this item goes on with.
    short : frozenset of str
        Short forms in it that its documents define (:mod:`camket.linking.shortened`).
    """

    id: str
    annotation: Annotation
    day: date | None
    terms: tuple[Term, ...]
    inner: tuple[Term, ...]
    names: frozenset[str]
    cues: frozenset[str]
    label: str = ""
    opens: bool = False
    topic: tuple[Term, ...] = ()
    short: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """Text of the item."""
        return self.annotation.item.text

    @property
    def promises(self) -> bool:
        """Whether it is a commitment that a report has to answer."""
        if self.text.isupper() or "consequence" in self.cues:
            return False
        return self.annotation.judgement.act == "commitment" and not self.text.rstrip().endswith(":")

    @property
    def reports(self) -> bool:
        """Whether it says how something stands."""
        act = self.annotation.judgement.act
        if self.asks or self.text.isupper() or self.text.rstrip().endswith(":"):
            return False
        if act == "cause":
            return self.tells_before_reason and not self.explains
        if act == "claim":
            return not self.explains
        return act == "other" and bool(self.annotation.evidence.figures)

    @property
    def asks(self) -> bool:
        """Whether it proposes or asks for something instead of telling how it stands."""
        if self.annotation.item.section == "proposals" and self.annotation.judgement.act != "claim":
            return True
        text = self.text.lower()
        return bool(_ASKS.match(text)) and not _PAST.search(text)

    @property
    def tells_before_reason(self) -> bool:
        """Whether a state is told before its reason ("Đường Mỹ Lợi mới rải đá 500 m, do thiếu vật liệu")."""
        end = self._reason
        told = self.text[:end].lower()
        counted = bool(_COUNTED.search(told)) or any(f.end <= end for f in self.annotation.evidence.figures)
        return counted or any(name in told for name in self.names)

    @property
    def only_reasons(self) -> bool:
        """Whether it gives a reason and counts nothing ("Số hộ nghèo giảm ít vì nhiều hội viên tuổi cao")."""
        text = self.text.lower()
        if _OWING_TO.search(text):
            return True
        if self.is_concrete or _NONE.match(text):
            return False
        return self._reason < len(self.text) and not _COUNTED.search(self.text)

    @property
    def _reason(self) -> int:
        """Where its reason begins; its end where it gives none."""
        reason = _REASON.search(self.text.lower())
        return reason.start() if reason else len(self.text)

    @property
    def explains(self) -> bool:
        """Whether it says why things fell short and no more."""
        text, evidence = self.text.lower(), self.annotation.evidence
        if _CAUSE.match(text) or _FORCE.match(text):
            return True
        if (not self.is_concrete and _BECAUSE.match(text)) or (not self.names and _EFFECT.search(text)):
            return True
        told = text[: self._reason]
        if _NOT_DONE.search(told) or (told != text and _COUNTED.search(told)):
            return False
        short = all(c.result in ("not_met", "unsubstantiated") for c in evidence.claims)
        return bool(evidence.causes) and not evidence.figures and not self.names and short

    @property
    def is_praise(self) -> bool:
        """Whether it asserts success in general and nothing that could be checked."""
        claims = self.annotation.evidence.claims
        if self.is_concrete or not claims:
            return False
        if "general" in self.cues or _HARDSHIP.search(self.text.lower()):
            return True
        return all(c.result == "unsubstantiated" for c in claims)

    @property
    def is_concrete(self) -> bool:
        """Whether it names a number, a proper name, or a day or month."""
        evidence = self.annotation.evidence
        if _RATIO.search(self.text):
            return True
        dated = any(t.from_ and t.to and t.to - t.from_ < _MONTH for t in evidence.times)
        return bool(evidence.figures or self.names) or dated


def prepare(annotations: Iterable[Annotation], common: frozenset[str] = frozenset()) -> list[Unit]:
    """Units of one document, each under the numbered heading it goes on with; ``common`` names are dropped."""
    units: list[Unit] = []
    topic: tuple[Term, ...] = ()
    for annotation in annotations:
        unit = _unit(annotation, common)
        own = _heading(unit)
        if own or unit.label:
            topic = own
        opens = len(units) == 1 and units[0].text.isupper() and not unit.label
        units.append(replace(unit, topic=topic, opens=opens))
    return units


def _unit(annotation: Annotation, common: frozenset[str]) -> Unit:
    item = annotation.item
    syllables = Syllables(item.text)
    label = parse_label(item.text)
    names = frozenset(name for name in find_names(syllables) if name not in common)
    return Unit(
        item.id,
        annotation,
        item.date,
        find_terms(syllables),
        find_inner(syllables),
        names,
        cues(syllables),
        label.text if label else "",
    )


def _heading(unit: Unit) -> tuple[Term, ...]:
    colon = unit.text.find(":")
    if not unit.label or not 0 < colon < _TOPIC:
        return ()
    return tuple(term for term in unit.terms if term.end <= colon)


def names_of(text: str) -> frozenset[str]:
    """Proper names in the name of an organisation: they stand everywhere and tell nothing."""
    return find_names(Syllables("x " + text))


def by_id(units: Sequence[Unit]) -> dict[str, Unit]:
    """Units under their ids."""
    return {unit.id: unit for unit in units}
