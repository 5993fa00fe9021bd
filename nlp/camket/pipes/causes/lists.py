"""The word lists of causes, compiled into one phrase table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from camket.lexicons import lexicon
from camket.records import Cause
from camket.text.phrases import Phrases, expand

_LISTS: Final = lexicon("causes")
_NAME: Final = re.compile(r"\{(\w+)\}")
# What a phrase that begins with the word says, whatever else it means: not done yet, or late.
_FIRST: Final = {"chưa": "lack", "chậm": "shortfall"}
_PARTS: Final = ("causes", "plain", "topics", "troubles", "signs", "fallbacks")
_CONNECTORS: Final = ("after", "before", "heading", "waits", "stops")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase may mean.

    Attributes
    ----------
    causes : tuple of Cause
        The causes it names where a reason is given.
    plain : tuple of Cause
        Those that it names beside a shortfall without a connector, too.
    topics, troubles : tuple of int
        The pairs in which it is a topic, a trouble.
    signs : tuple of str
        "after", "before", "heading", "waits", "stops" (connectors), "shortfall", "lack" and "concession".
    fallbacks : tuple of Cause
        What it means where its part of the sentence names no cause.
    is_sign_only : bool
        Whether it has no part in naming a cause.
    """

    causes: tuple[Cause, ...]
    plain: tuple[Cause, ...]
    topics: tuple[int, ...]
    troubles: tuple[int, ...]
    signs: tuple[str, ...]
    fallbacks: tuple[Cause, ...]
    is_sign_only: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A topic and a trouble that name a cause together.

    Attributes
    ----------
    cause : Cause
        What they name.
    implicit : bool
        Whether they need no connector beside a shortfall.
    near : int or None
        How many syllables may stand between them; None for as many as their part of the sentence has.
    behind : bool
        Whether the topic must stand behind the trouble ("chờ UBND tỉnh").
    """

    cause: Cause
    implicit: bool
    near: int | None
    behind: bool


PAIRS: Final = tuple(
    Pair(p["class"], p.get("implicit", False), p.get("near"), p.get("behind", False)) for p in _LISTS["pairs"]
)
OVERRIDES: Final[dict[Cause, list[Cause]]] = _LISTS["overrides"]


def _written_out(phrases: Iterable[str]) -> Iterator[str]:
    """Phrases without names of lists and without alternatives."""
    for phrase in phrases:
        yield from expand(_NAME.sub(lambda name: f"({'|'.join(_LISTS['words'][name[1]])})", phrase))


def _groups() -> Iterator[tuple[list[str], str, object]]:
    """Phrases, the attribute of :class:`Entry` that they add to, and what they add."""
    for part in ("phrases", "implicit"):
        yield from ((phrases, "causes", cause) for cause, phrases in _LISTS[part].items())
    yield from ((phrases, "plain", cause) for cause, phrases in _LISTS["implicit"].items())
    # Weather and prices explain only what has fallen short; money that is lacking is a shortfall itself.
    yield from ((phrases, "signs", "lack") for cause, phrases in _LISTS["implicit"].items() if cause != "external")
    for number, pair in enumerate(_LISTS["pairs"]):
        yield pair["topics"], "topics", number
        yield pair["troubles"], "troubles", number
    yield from ((_LISTS["connectors"][sign], "signs", sign) for sign in _CONNECTORS)
    yield from ((phrases, "fallbacks", cause) for cause, phrases in _LISTS["fallback"].items())
    yield from ((words, "signs", sign) for sign, words in _LISTS["shortfall"].items())


def _collect() -> dict[str, dict[str, list[Any]]]:
    found: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for phrases, part, value in _groups():
        for plain in _written_out(phrases):
            if value not in found[plain][part]:
                found[plain][part].append(value)
    for plain, parts in found.items():
        sign = _FIRST.get(plain.split(" ", 1)[0])
        if sign and sign not in parts["signs"] and "ignored" not in parts["signs"]:
            parts["signs"].append(sign)
    return found


def _entry(parts: dict[str, list[Any]]) -> Entry:
    causes, plain, topics, troubles, signs, fallbacks = (tuple(parts[part]) for part in _PARTS)
    return Entry(causes, plain, topics, troubles, signs, fallbacks, not (causes or topics or troubles))


TABLE: Final = Phrases((phrase, _entry(parts)) for phrase, parts in _collect().items())
