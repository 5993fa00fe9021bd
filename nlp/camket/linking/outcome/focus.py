"""The part of a report that tells of a commitment, where it tells of several things of one kind in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Any

from camket.linking.facets import has_rival, numbered, numbered_match
from camket.linking.terms import find_names
from camket.linking.unit import Unit
from camket.text.lexer import Syllables

_CUT = re.compile(r";|\.(?=\s+[^\W\d_])|,(?=\s(?:còn|riêng)\s)")
_LEAD = re.compile(r"\W*(?:\d+[.)]\s*)?(?:còn |riêng )?")
_MOST_PARTS = 12  # a longer report is one text, no list of a few things
_ALIKE = 2  # syllables with which two parts on things of one kind begin
Span = tuple[int, int]


def focus(commitment: Unit, report: Unit) -> Unit:
    """The report with the parts on other things of the promised kind blanked out; offsets stay.

    A part is of another thing where it names others of one kind ("cống Ba Na …; cống Mun La …"), or begins like one
    that is of the promise and goes on otherwise ("phòng thực hành Hóa …, còn phòng thực hành Sinh …").
    """
    spans = _parts(report.text)
    if not 1 < len(spans) <= _MOST_PARTS or " | " in report.text:
        return report
    mine = [span for span in spans if _is_named(commitment, report.text[slice(*span)])]
    rest = [span for span in spans if span not in mine]
    others = [s for s in rest if any(_is_rival(report.text[slice(*s)], report.text[slice(*own)]) for own in mine)]
    others = others or _unlike(commitment.text, report.text, spans)
    return _without(report, others) if others and len(others) < len(spans) else report


def _parts(text: str) -> list[Span]:
    cuts = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def _marks(text: str) -> frozenset[str]:
    return find_names(Syllables(text)) | {f"{noun} {n}" for noun, ns in numbered(text).items() for n in ns}


def _is_named(commitment: Unit, text: str) -> bool:
    return bool(_marks(commitment.text) & _marks(text))


def _is_rival(text: str, own: str) -> bool:
    return has_rival(text, own) or numbered_match(text, own) < 0


def _unlike(promise: str, text: str, spans: Sequence[Span]) -> list[Span]:
    """Parts that begin like another one, where only the other goes on as the promise does."""
    promise = " ".join(Syllables(promise).lowered)
    opened = [Syllables(text[a:b][_LEAD.match(text[a:b].lower()).end() :]).lowered for a, b in spans]  # type: ignore[union-attr]
    found = []
    for span, words in zip(spans, opened, strict=True):
        for other in opened:
            same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(words, other, strict=False))))
            if same < _ALIKE or same in (len(words), len(other)):
                continue
            if " ".join(other[: same + 1]) in promise and " ".join(words[: same + 1]) not in promise:
                found.append(span)
                break
    return found


def _without(report: Unit, others: Sequence[Span]) -> Unit:
    text = report.text
    for start, end in others:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"

    def kept(found: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(one for one in found if not any(start <= one.start < end for start, end in others))

    annotation, evidence = report.annotation, report.annotation.evidence
    evidence = replace(
        evidence, figures=kept(evidence.figures), times=kept(evidence.times), claims=kept(evidence.claims)
    )  # fmt: skip
    annotation = replace(annotation, item=replace(annotation.item, text=text), evidence=evidence)
    names = report.names & find_names(Syllables(text))
    return replace(report, annotation=annotation, names=names, terms=kept(report.terms), inner=kept(report.inner))
