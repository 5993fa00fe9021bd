"""What one item of a document says for all of its promises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from camket.records import Annotation, Criterion

_ANSWERING = ("accountability", "reporting")
# The source of what is told once, in another item of the document.
ELSEWHERE = "elsewhere"


def share(annotations: Sequence[Annotation]) -> tuple[Annotation, ...]:
    """Let promises inherit the accountability that their document states once.

    A consequence clause ("chịu trách nhiệm nếu …") or a duty to report holds for every promise of its document.
    """
    stated = any(a.judgement.act == "commitment" and _tells_all(a) for a in annotations)
    return tuple(map(_inheriting, annotations)) if stated else tuple(annotations)


def _tells_all(annotation: Annotation) -> bool:
    labels = {cue.label for cue in annotation.evidence.cues}
    under = annotation.item.section in (None, "organisation", "tasks")
    return "accountability" in labels or ("reporting" in labels and under)


def _inheriting(annotation: Annotation) -> Annotation:
    judgement = annotation.judgement
    if not any(c.name == "accountability" and c.state == "missing" for c in judgement.criteria):
        return annotation
    criteria = tuple(
        Criterion("accountability", "inherited", ELSEWHERE) if c.name == "accountability" else c
        for c in judgement.criteria
    )
    return replace(annotation, judgement=replace(judgement, criteria=criteria))
