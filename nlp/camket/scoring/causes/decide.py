"""Causes of many items at once: named by the lists, or sure enough by the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import numpy as np

from camket.pipes.causes import find_causes
from camket.records import CAUSES, Act, Cause, Cue
from camket.scoring import store
from camket.scoring.causes.features import WORD, Seen, causes_row, look, reason_words
from camket.scoring.observed import Observed, place
from camket.scoring.reasons import Decisions, Told, find_reasons
from camket.scoring.scorer import Scorer

FAMILY = "causes"
# Acts that may name causes.
ACTS = frozenset(["cause", "claim", "proposal"])
# From this probability on a cause counts even if the lists name none.
SURE = 0.6
# How often the lists are right where the model says it cannot be, in documents it has not seen. Both together:
# one of them must be right (a "noisy or").
LISTS = 0.5
YES, NO = "yes", "no"


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


_NOTHING = Found()


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
            found[i] = replace(answer, reasons=_apart(answer.reasons, batch[i].reasons))
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
    scorer, index = family.scorer, family.vectoriser.index
    rows = [
        causes_row(one.source, cast(Act, one.act), what, one.columns(index))
        for one, what in zip(batch, seen, strict=True)
    ]
    total, lengths = scorer.total(rows)
    yes = np.stack([family.models[c].softmax(total[:, scorer.places[c]])[:, 1] for c in CAUSES], axis=1).tolist()
    found = [_join(what, row) for what, row in zip(seen, yes, strict=True)]
    added = [(i, cause) for i, one in enumerate(found) for cause in one.causes[_named(seen[i]) :]]
    for (i, _), cues in zip(added, _explain(batch, seen, scorer, lengths, added), strict=True):
        found[i] = Found(found[i].causes, found[i].probabilities, found[i].reasons + cues)
    return found


def _named(seen: Seen) -> int:
    return len({cue.label for cue in seen.cues})


def _join(seen: Seen, yes: Sequence[float]) -> Found:
    """What the lists name, and what else is sure."""
    named = list(dict.fromkeys(cast(Cause, cue.label.removeprefix("cause:")) for cue in seen.cues))
    sure = dict(zip(CAUSES, yes, strict=True))
    sure.update({cause: 1 - (1 - sure[cause]) * (1 - LISTS) for cause in named})
    more = sorted((cause for cause in CAUSES if sure[cause] >= SURE and cause not in named), key=lambda c: -sure[c])
    causes = tuple(named + more)
    told = tuple(Cue(cue.start, cue.end, cue.label.replace(":", "=")) for cue in seen.cues)
    return Found(causes, {f"cause={cause}": sure[cause] for cause in causes}, told)


def _explain(
    batch: Sequence[Observed], seen: Sequence[Seen], scorer: Scorer, lengths: np.ndarray,
    added: Sequence[tuple[int, Cause]],
) -> list[tuple[Cue, ...]]:  # fmt: skip
    """The words that decided for each cause that the lists do not name."""
    if not added:
        return []
    sides = [scorer.places[cause].start for _, cause in added]
    # Classes stand in alphabetical order: "no", then "yes".
    decisions = Decisions([side + 1 for side in sides], sides, [f"cause={cause}" for _, cause in added])
    told = {n: list(_told(batch[i], seen[i], scorer, sides[n])) for n, (i, _) in enumerate(added)}
    places = [i for i, _ in added]
    asked = [batch[i] for i in places]
    words = (place(asked, scorer.vectoriser.index), lengths[places])
    return find_reasons(asked, scorer, words, decisions, told)


def _told(one: Observed, seen: Seen, scorer: Scorer, side: int) -> Iterator[Told]:
    """What each word of a reason adds."""
    span, known = one.source.syllables.span, scorer.vectoriser.known
    for part in seen.parts.explained:
        for (first, last), word in reason_words(one.source, part):
            weights = scorer.evidence[known((WORD, word), -1)]
            yield float(weights[side + 1] - weights[side]), *span(first, last)
