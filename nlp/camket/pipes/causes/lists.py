"""The word lists of causes, compiled into one phrase table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from camket.lexicons import lexicon
from camket.records import Cause
from camket.text.phrases import Phrases, expand

_LISTS = lexicon("causes")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase may mean.

    Attributes
    ----------
    causes : tuple of Cause
        The causes it names by itself.
    topics, troubles : tuple of int
        The pairs in which it is a topic, a trouble.
    signs : tuple of str
        "after", "before", "heading", "waits", "stops" (connectors) "shortfall", "lack" and "implicit".
    fallbacks : tuple of Cause
        What it means where its part of the sentence names no cause.
    """

    causes: tuple[Cause, ...]
    topics: tuple[int, ...]
    troubles: tuple[int, ...]
    signs: tuple[str, ...]
    fallbacks: tuple[Cause, ...]


PAIR_CAUSES: tuple[Cause, ...] = tuple(pair["class"] for pair in _LISTS["pairs"])
IMPLICIT = frozenset(number for number, pair in enumerate(_LISTS["pairs"]) if pair.get("implicit"))
OVERRIDES: dict[Cause, list[Cause]] = _LISTS["overrides"]


def _collect() -> dict[str, dict[str, list]]:
    found: dict[str, dict[str, list]] = defaultdict(lambda: defaultdict(list))
    groups = [(phrases, "causes", cause) for cause, phrases in _LISTS["phrases"].items()]
    for number, pair in enumerate(_LISTS["pairs"]):
        groups += [(pair["topics"], "topics", number), (pair["troubles"], "troubles", number)]
    connectors = _LISTS["connectors"]
    groups += [(connectors[sign], "signs", sign) for sign in ("after", "before", "heading", "waits", "stops")]
    groups += [(phrases, "fallbacks", cause) for cause, phrases in _LISTS["fallback"].items()]
    groups += [(words, "signs", sign) for part in ("shortfall", "plain") for sign, words in _LISTS[part].items()]
    for phrases, part, value in groups:
        for phrase in phrases:
            for plain in expand(phrase):
                found[plain][part].append(value)
    return found


TABLE = Phrases(
    (phrase, Entry(*(tuple(parts[p]) for p in ("causes", "topics", "troubles", "signs", "fallbacks"))))
    for phrase, parts in _collect().items()
)
