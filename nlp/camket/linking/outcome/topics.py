"""Figures that repeat the promised number as the name of what follows ("Xử lý 05 trụ sở: đã bố trí 03 trụ sở")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.linking.outcome.promise import Promise
from camket.linking.outcome.told import Told
from camket.records import Figure

_TOPIC = lexicon("linking")["topics"]
_NAMES, _RESULT = re.compile(_TOPIC["names"]), re.compile(_TOPIC["result"])
_SIGN = re.compile(r"[,;.:(]")


def topic_of(promise: Promise, told: Sequence[Told], text: str) -> Told | None:
    """The figure that only names the promise in a report that then counts what came of it; None where there is none.

    Parameters
    ----------
    promise : Promise
    told : sequence of Told
        The report's figures.
    text : str
        The report in lower case.
    """
    return next((one for one in told if _repeats(promise, one) and _is_name(one, told, text)), None)


def is_told_of(topic: Figure, other: Figure, text: str) -> bool:
    """Whether a figure stands behind a topic, in the same sentence."""
    return topic.end <= other.start and not re.search(r"[;.]\s", text[topic.end : other.start])


def _repeats(promise: Promise, one: Told) -> bool:
    figure, target = one.figure, promise.figure
    return figure.of is None and figure.low == target.low and figure.unit == target.unit and target.low is not None


def _is_name(one: Told, told: Sequence[Told], text: str) -> bool:
    """Whether a count of the same unit follows behind a colon, or as what has been done of it by now."""
    following = (other.figure for other in told if other.figure.start >= one.figure.end)
    count = next((f for f in following if f.unit == one.figure.unit), None)
    if count is None or _RESULT.search(_SIGN.split(text[: one.figure.start])[-1]):
        return False
    between = text[one.figure.end : count.start]
    return bool(_NAMES.fullmatch(between))
