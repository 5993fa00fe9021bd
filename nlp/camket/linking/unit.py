"""One item of a pair, prepared for linking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from camket.linking.terms import Term, find_names, find_terms
from camket.linking.words import cues
from camket.records import Annotation
from camket.text.labels import parse_label
from camket.text.lexer import Syllables

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
    names : frozenset of str
        Proper names in it, lower case.
    cues : frozenset of str
        How it speaks (:mod:`camket.linking.words`).
    label : str
        The number or bullet it begins with.
    topic : tuple of Term
        Terms of the numbered heading above that this item goes on with.
    """

    id: str
    annotation: Annotation
    day: date | None
    terms: tuple[Term, ...]
    names: frozenset[str]
    cues: frozenset[str]
    label: str = ""
    topic: tuple[Term, ...] = ()

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
        act, evidence = self.annotation.judgement.act, self.annotation.evidence
        if self.text.isupper() or self.text.rstrip().endswith(":"):
            return False
        if act == "claim":
            return not self.explains
        return act == "other" and bool(evidence.figures)

    @property
    def explains(self) -> bool:
        """Whether it says why things fell short and no more."""
        evidence = self.annotation.evidence
        short = all(c.result in ("not_met", "unsubstantiated") for c in evidence.claims)
        return bool(evidence.causes) and not evidence.figures and not self.names and short

    @property
    def is_praise(self) -> bool:
        """Whether it asserts success in general and nothing that could be checked."""
        claims = self.annotation.evidence.claims
        return bool(claims) and all(c.result == "unsubstantiated" for c in claims)


def prepare(annotations: Iterable[Annotation], common: frozenset[str] = frozenset()) -> list[Unit]:
    """Units of one document, each under the numbered heading it goes on with; ``common`` names are dropped."""
    units: list[Unit] = []
    topic: tuple[Term, ...] = ()
    for annotation in annotations:
        unit = _unit(annotation, common)
        own = _heading(unit)
        if own or unit.label:
            topic = own
        units.append(replace(unit, topic=topic))
    return units


def _unit(annotation: Annotation, common: frozenset[str]) -> Unit:
    item = annotation.item
    syllables = Syllables(item.text)
    label = parse_label(item.text)
    names = frozenset(name for name in find_names(syllables) if name not in common)
    return Unit(
        item.id, annotation, item.date, find_terms(syllables), names, cues(syllables), label.text if label else ""
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
