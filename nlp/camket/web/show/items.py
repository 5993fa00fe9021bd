"""An item as a card: verdict, criteria, evidence, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from camket.records import Annotation, Finding
from camket.report.findings import question, state, title
from camket.report.words import Words
from camket.web.show.decisions import Asked
from camket.web.show.why import Why, why


@dataclass(frozen=True, slots=True)
class Question:
    """A finding in words."""

    asked: Asked
    title: str
    question: str
    words: str

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return self.asked.finding

    @property
    def why(self) -> Why | None:
        """Why it is asked; None where its rule does not tell."""
        return why(self.finding.code)


def put(one: Asked, annotation: Annotation | None, words: Words) -> Question:
    """A finding as a question in the reader's language, with the words that it is about."""
    finding = one.finding
    text = annotation.item.text if annotation else ""
    told = text[finding.start : finding.end] if finding.start is not None else ""
    return Question(one, title(finding, words), question(finding, words), told)


def criteria(annotation: Annotation, words: Words) -> list[tuple[str, str, str]]:
    """State, name and words of each criterion."""
    found = annotation.judgement.criteria
    return [(c.state, words(f"criterion_{c.name}"), state(c, words)) for c in found]


def evidence(annotation: Annotation, words: Words) -> Iterator[tuple[str, str, str]]:
    """What was read in an item: its kind, the words of the text, and their value."""
    text, found = annotation.item.text, annotation.evidence
    for time in found.times:
        yield words(f"role_{time.role}"), text[time.start : time.end], words.time(time)
    for figure in found.figures:
        yield (
            words("figures"),
            text[figure.start : figure.end],
            f"{words.figure(figure)} ({words(f'role_{figure.role}')})",
        )
    for party in found.parties:
        yield words("parties"), text[party.start : party.end], words(f"role_{party.role}")
    for claim in found.claims:
        timing = "" if claim.timing == "unstated" else f", {words(f'timing_{claim.timing}')}"
        yield words("claims"), text[claim.start : claim.end], words(f"result_{claim.result}") + timing
    for cause in found.causes:
        yield words("causes"), "", words(f"cause_{cause}")


def weighed(annotation: Annotation) -> list[tuple[str, bool]]:
    """An item's text in pieces, each with whether it is among the words that decided the verdict."""
    text = annotation.item.text
    spans = [(c.start, c.end) for c in annotation.judgement.reasons]
    cuts = sorted({0, len(text), *(at for span in spans for at in span)})
    return [(text[a:b], any(x <= a and b <= y for x, y in spans)) for a, b in pairwise(cuts)]
