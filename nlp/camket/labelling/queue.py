"""Which items a person should look at: those camket is least sure of."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable
from dataclasses import dataclass

from camket.pipeline import analyse
from camket.records import Annotation, Item


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item to be labelled, as camket reads it.

    ``id`` depends on what stands in the item, not on its place: edits elsewhere in the document leave it the same.
    ``confidence`` is the probability that everything camket says of act, target and claims is right.
    """

    id: str
    annotation: Annotation
    confidence: float

    @property
    def item(self) -> Item:
        """The item itself."""
        return self.annotation.item


def queue(items: Iterable[Item], done: Container[str] = ()) -> list[Candidate]:
    """Analyse items and rank them, the least certain first.

    Parameters
    ----------
    items : iterable of Item
    done : container of str
        Ids that have a label already and are left out.

    Examples
    --------
    >>> texts = ["Trồng 12 ha rừng trước ngày 30/6.", "Đường thôn."]
    >>> [one.item.text for one in queue(Item(text, "commitment") for text in texts)]
    ['Đường thôn.', 'Trồng 12 ha rừng trước ngày 30/6.']
    """
    return rank(analyse(items), done)


def rank(annotations: Iterable[Annotation], done: Container[str] = ()) -> list[Candidate]:
    """Rank analysed items, the least certain first; of items with the same text and place one is kept."""
    found = {name: Candidate(name, a, confidence(a)) for a in annotations if (name := item_id(a.item)) not in done}
    return sorted(found.values(), key=lambda one: (one.confidence, one.id))


def confidence(annotation: Annotation) -> float:
    """Probability of the least certain judgement: act and target together, or the result of a claim."""
    judgement = annotation.judgement
    sure = judgement.probabilities.get(f"act={judgement.act}", 1.0)
    if judgement.target is not None:
        yes = judgement.probabilities.get("target", 1.0)
        sure *= yes if judgement.target else 1 - yes
    claims = [claim.probability for claim in annotation.evidence.claims if claim.probability is not None]
    return min([sure, *claims])


def item_id(item: Item) -> str:
    """Name of an item in a file of labels, made of its document's name and of what it says.

    Examples
    --------
    >>> item_id(Item("Xong.", "report", doc="bao-cao.docx")) == item_id(Item("Xong.", "report", doc="bao-cao.docx"))
    True
    """
    told = "\n".join([item.kind, str(item.date), item.context or "", item.text])
    return f"{item.doc or 'items'}#{hashlib.sha256(told.encode()).hexdigest()[:12]}"
