"""Where each time of an item stands: the cue words before it, its clause and table column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.source import Source
from camket.records import Time
from camket.text.grammar import Grammar, any_of
from camket.text.phrases import Phrases
from camket.text.places import first_from

_WORDS: Final = lexicon("times")
_CUES: Final[Phrases[str]] = Phrases((p, name) for name, group in _WORDS["roles"].items() for p in group)
_COLUMNS: Final = _WORDS["roles_columns"]
_LEFT: Final = 8
_RIGHT: Final = 10
# Cues and brackets farther away than this many tokens tell nothing.
_SIGHT: Final = 60
_Hit = tuple[int, int, str]


class Place:
    """One time in its item.

    A plain class: compiled code fills a dataclass field by field from outside, which takes three times as long.

    Attributes
    ----------
    time : Time
        The time.
    source : Source
        The item.
    first, last : int
        Its tokens.
    index : int
        How many times stand before it.
    clause : Clause
        The clause it stands in.
    left, right : list of str
        Lower-case words of the clause before it (nearest first) and behind it; numbers are "#", other times "<t>".
    cues : list of (int, int, str)
        The cues of its clause, on both sides: first token, the one behind the last, name.
    near : str
        Name of the nearest cue before it in its clause, "-" where there is none.
    nearest : dict of str to int
        Distance in tokens of the nearest cue of each name before it in its clause.
    column : str
        Kind of the table column it stands in, "" where there is none.
    words : list of str
        The time's own words.
    """

    def __init__(
        self, time: Time, source: Source, index: int, span: tuple[int, int], cues: list[_Hit], words: list[str],
        head: str,
    ) -> None:  # fmt: skip
        first, last = span
        clause = source.clause_at(first)
        self.time, self.source, self.index, self.clause = time, source, index, clause
        self.first, self.last = first, last
        begin, end = max(clause.first, first - _SIGHT), min(clause.last, last + _SIGHT)
        self.cues = [cue for cue in cues if begin <= cue[0] < end]
        self.near = "-"
        self.nearest: dict[str, int] = {}
        for _, behind, name in self.cues:
            if behind <= first:
                self.near = name
                self.nearest[name] = first - behind
        self.left = _plain(words[max(clause.first, first - _LEFT) : first])
        self.left.reverse()
        self.right = _plain(words[last : min(clause.last, last + _RIGHT)])
        self.column = _column(head) if head else ""
        self.words = source.syllables.lowered[first:last]

    def around(self, name: str) -> bool:
        """Whether a cue stands in the clause."""
        return any(cue[2] == name for cue in self.cues)

    def has(self, name: str, within: int = 30) -> bool:
        """Whether a cue stands before the time at no more than some tokens."""
        return self.nearest.get(name, within + 1) <= within

    def is_labelled(self, label: str) -> bool:
        """Whether the time has a cue of its own with a label."""
        # A loop: a generator would cost more than all else here.
        for cue in self.time.cues:  # noqa: SIM110
            if cue.label == label:
                return True
        return False

    def follows_number(self) -> bool:
        """Whether the number of a document stands right before it."""
        return any(self.first - 1 <= last <= self.first for _, last in self.source.identifiers)

    def is_quoted(self) -> bool:
        """Whether it stands in a promise that a report ("Nội dung 2: …") quotes before it turns to its outcome."""
        syllables = self.source.syllables
        if self.source.item.kind != "report" or not _QUOTES.match(syllables):
            return False
        outcome = _OUTCOME.search(syllables, 2)
        return outcome is not None and self.first < outcome.start()

    def in_bracket(self) -> bool:
        """Whether a bracket of its clause is open at the time."""
        forms, depth = self.source.syllables.forms, 0
        for i in range(self.first - 1, max(self.clause.first, self.first - _SIGHT) - 1, -1):
            depth += (forms[i] == ")") - (forms[i] == "(")
            if depth < 0:
                return True
        return False


_QUOTES: Final = Grammar("<any>{0,4}" + any_of(_WORDS["quotes"]["opening"]))
_OUTCOME: Final = Grammar(any_of(_WORDS["quotes"]["outcome"]))


def read_places(times: Sequence[Time], source: Source) -> list[Place]:
    """Lay out an item for its times."""
    syllables = source.syllables
    cues = _CUES.scan(syllables.symbols)
    starts = syllables.starts
    spans = [(first_from(starts, time.start + 1) - 1, first_from(starts, time.end)) for time in times]
    words = _marked(syllables.lowered, spans)
    heads = _heads(source)
    bars = [i for i, word in enumerate(words) if word == "|"] if heads else []
    found = []
    for index, span in enumerate(spans):
        head = heads[first_from(bars, span[0] + 1)] if heads else ""
        found.append(Place(times[index], source, index, span, cues, words, head))
    return found


def _marked(lowered: list[str], spans: list[tuple[int, int]]) -> list[str]:
    """The words with "<t>" in the place of those of times; a single time is never its own neighbour."""
    if len(spans) < 2:
        return lowered
    words = list(lowered)
    for first, last in spans:
        words[first:last] = ["<t>"] * (last - first)
    return words


def _plain(words: list[str]) -> list[str]:
    return ["#" if _is_number(word) else word for word in words]


def _is_number(word: str) -> bool:
    """Whether a word begins with a digit: ``word[0].isdigit()``, told from the letter's number where that is enough."""
    first = ord(word[0])
    if first < _OTHER_DIGITS:
        return _ZERO <= first <= _NINE or first in _RAISED
    return word[0].isdigit()


_ZERO: Final = ord("0")
_NINE: Final = ord("9")
# ¹, ² and ³ are digits; the next ones are Arabic.
_RAISED: Final = frozenset(map(ord, "¹²³"))
_OTHER_DIGITS: Final = 0x660


def _heads(source: Source) -> list[str]:
    """The name of each table column; empty where the header does not fit the row."""
    context = source.item.context
    if not context or "|" not in context:
        return []
    heads = context.lower().split("|")
    return heads if len(heads) == source.syllables.forms.count("|") + 1 else []


def _column(head: str) -> str:
    kinds = ("reference", "deadline", "as_of")
    return next((kind for kind in kinds if any(word in head for word in _COLUMNS[kind])), "")
