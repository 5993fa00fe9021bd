"""Causes of many items at once: named by the lists, or sure enough by the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, cast

import numpy as np

from camket.pipes.causes import find_causes
from camket.records import CAUSES, Act, Cause, Cue
from camket.scoring import store
from camket.scoring.causes.features import Seen, evidence_of, look
from camket.scoring.observed import Observed, place
from camket.scoring.reasons import Decisions, Words, find_reasons
from camket.scoring.scorer import Scorer

FAMILY: Final = "causes"
# Acts that may name causes.
ACTS: Final = frozenset(["cause", "claim", "proposal"])
# From this probability on a cause counts even if the lists name none.
SURE: Final = 0.7
# How often the lists are right where the model says it cannot be, in documents it has not seen. Both together:
# one of them must be right (a "noisy or").
LISTS: Final = 0.25
YES: Final = "yes"
NO: Final = "no"


@dataclass(frozen=True, slots=True)
class Found:
    """The causes of an item.

    Attributes
    ----------
    causes : tuple of Cause
        Those that the lists name, in the order of the text; then those that the model adds, surest first.
    probabilities : dict of str to float
        "cause=resources" and so on, of each cause that is named: calibrated, 0 to 1.
    reasons : tuple of Cue
        The words that tell it, labelled in the same way, without overlaps with each other and with what is known of
        the item already.
    """

    causes: tuple[Cause, ...] = ()
    probabilities: dict[str, float] = field(default_factory=dict)
    reasons: tuple[Cue, ...] = ()


_NOTHING: Final = Found()


def decide(batch: Sequence[Observed]) -> list[Found]:
    """Causes of each item; where the act is not known, those of the lists alone.

    Examples
    --------
    >>> from camket.pipes.source import Source
    >>> from camket.records import Item
    >>> one = Observed(Source(Item("Kè chậm do mưa lũ kéo dài.", "report")), act="claim")
    >>> [found.causes for found in decide([one])]
    [('external',)]
    """
    found = [_NOTHING if one.act else Found(find_causes(one.source, None, one.cause_hits)) for one in batch]
    seen = {i: look(one.source, one.act, one.cause_hits) for i, one in enumerate(batch) if one.act in ACTS}
    # Without a part that may explain there is nothing for the model to judge.
    asked = [i for i, what in seen.items() if what.parts.explained or what.parts.plain]
    if asked:
        for i, answer in zip(asked, _judge([batch[i] for i in asked], [seen[i] for i in asked]), strict=True):
            found[i] = Found(answer.causes, answer.probabilities, _apart(answer.reasons, batch[i].reasons))
    return found


def _apart(cues: Sequence[Cue], taken: Sequence[Cue]) -> tuple[Cue, ...]:
    """Cues of words that overlap none before them, and none that is taken."""
    kept: list[Cue] = []
    for cue in cues:
        if all(cue.end <= other.start or other.end <= cue.start for other in (*taken, *kept)):
            kept.append(cue)
    return tuple(kept)


def _judge(batch: Sequence[Observed], seen: Sequence[Seen]) -> list[Found]:
    family = store.load(FAMILY)
    scorer = family.scorer
    placed = place(batch, scorer.vectoriser.index)
    words, lengths = scorer.total_of_words(placed)
    rows = [evidence_of(cast(Act, one.act), what) for one, what in zip(batch, seen, strict=True)]
    yes = _chances(words + scorer.total_of_evidence(rows), family).tolist()
    found = [_join(what, row) for what, row in zip(seen, yes, strict=True)]
    added = [(i, cause) for i, one in enumerate(found) for cause in one.causes[_named(seen[i]) :]]
    for (i, _), cues in zip(added, _explain(batch, scorer, lengths, added), strict=True):
        found[i] = Found(found[i].causes, found[i].probabilities, found[i].reasons + cues)
    return found


def _chances(total: np.ndarray, family: store.Family) -> np.ndarray:
    """Calibrated probability of each cause, shape (n_items, n_causes): each has a model of two classes."""
    # Classes stand in alphabetical order: "no", then "yes".
    no = [family.scorer.places[cause].start for cause in CAUSES]
    temperatures = [family.models[cause].temperature for cause in CAUSES]
    margins = total[:, [place + 1 for place in no]].astype(np.float64) - total[:, no]
    chances: np.ndarray = 1 / (1 + np.exp(-margins / temperatures))
    return chances


def _named(seen: Seen) -> int:
    return len({cue.label for cue in seen.cues})


def _join(seen: Seen, yes: Sequence[float]) -> Found:
    """What the lists name, and what else is sure."""
    named = list(dict.fromkeys(cast(Cause, cue.label.removeprefix("cause:")) for cue in seen.cues))
    sure = dict(zip(CAUSES, yes, strict=True))
    for cause in named:
        sure[cause] = 1 - (1 - sure[cause]) * (1 - LISTS)
    more = [cause for cause in CAUSES if sure[cause] >= SURE and cause not in named]
    more.sort(key=lambda cause: -sure[cause])
    causes = tuple(named + more)
    told = tuple([Cue(cue.start, cue.end, cue.label.replace(":", "=")) for cue in seen.cues])
    return Found(causes, {f"cause={cause}": sure[cause] for cause in causes}, told)


def _explain(
    batch: Sequence[Observed], scorer: Scorer, lengths: np.ndarray, added: Sequence[tuple[int, Cause]]
) -> list[tuple[Cue, ...]]:
    """The words that decided for each cause that the lists do not name."""
    if not added:
        return []
    places, sides = [i for i, _ in added], [scorer.places[cause].start for _, cause in added]
    asked = [batch[i] for i in places]
    words = Words(place(asked, scorer.vectoriser.index), lengths[places], None)
    labels = [f"cause={cause}" for _, cause in added]
    return find_reasons(asked, scorer, words, Decisions([side + 1 for side in sides], sides, labels), {})
