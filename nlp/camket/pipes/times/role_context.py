"""Where each time of an item stands: the cue words around it, its clause, bracket and table column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from camket.lexicons import lexicon
from camket.pipes.clauses import Clause
from camket.pipes.source import Source
from camket.records import Time
from camket.text.grammar import Grammar, any_of
from camket.text.phrases import Phrases

_WORDS = lexicon("times")
_CUES: Phrases[str] = Phrases((p, name) for name, group in _WORDS["roles"].items() for p in group)
_COLUMNS = _WORDS["roles_columns"]
_REACH = 10
_NEXT = 6
# Cues and brackets farther away than this many tokens tell nothing.
_SIGHT = 60


@dataclass(slots=True)
class Place:
    """One time in its item.

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
        Lower-case words of the clause before it (nearest first) and behind it.
    cues : list of (str, int)
        Names of the cues before it in its clause, with the distance in tokens, nearest first.
    nearest : dict of str to int
        Distance of the nearest cue of each name.
    column : str
        Kind of the table column it stands in, "" where there is none.
    after_number : bool
        Whether a document number stands right before it.
    words : list of str
        The time's own words.
    bracket : str
        The word behind the bracket that is open at the time, "" where none is.
    opening : list of str
        The first words of its clause.
    head : str
        Name of its table column in lower case, "" where there is none.
    nearby : frozenset of str
        Names of all cues in its clause, on both sides.
    behind : list of str
        The first words of the next clause, lower-case: "nhưng", "đến nay" there turn against a promise.
    is_quoted : bool
        Whether it stands in a promise that a report quotes before it says what came of it.
    is_capitals : bool
        Whether the whole item is in capitals.
    """

    time: Time
    source: Source
    first: int
    last: int
    index: int
    clause: Clause
    left: list[str]
    right: list[str]
    cues: list[tuple[str, int]]
    nearest: dict[str, int]
    column: str
    after_number: bool
    words: list[str]
    bracket: str
    opening: list[str]
    behind: list[str]
    head: str
    nearby: frozenset[str]
    is_quoted: bool
    is_capitals: bool

    def around(self, name: str) -> bool:
        """Whether a cue stands in the clause."""
        return name in self.nearby

    def has(self, name: str, within: int = 30) -> bool:
        """Whether a cue stands before the time at no more than some tokens."""
        return self.nearest.get(name, within + 1) <= within


def read_places(times: Sequence[Time], source: Source) -> list[Place]:
    """Lay out an item for its times."""
    syllables = source.syllables
    found_cues = _CUES.scan(syllables.codes)
    bars = [i for i, form in enumerate(syllables.forms) if form == "|"]
    heads = _heads(source, len(bars))
    number_ends = {last for _, last in source.identifiers}
    places: list[Place] = []
    words = _marked(times, source)
    quote_end, is_capitals = _quote_end(source), source.item.text.isupper()
    for index, time in enumerate(times):
        first = bisect_right(syllables.starts, time.start) - 1
        last = bisect_left(syllables.starts, time.end)
        clause = source.clause_at(first)
        near = _near(found_cues, max(clause.first, first - _SIGHT), min(clause.last, last + _SIGHT))
        before = [(name, first - end) for _, end, name in near if end <= first]
        places.append(Place(
            time, source, first, last, index, clause,
            left=words[max(clause.first, first - _REACH) : first][::-1],
            right=words[last : min(clause.last, last + _REACH)],
            cues=before[::-1],
            nearest=dict(before),
            column=_column(heads[bisect_right(bars, first)]) if heads else "",
            head=heads[bisect_right(bars, first)] if heads else "",
            is_quoted=first < quote_end,
            is_capitals=is_capitals,
            nearby=frozenset(name for _, _, name in near),
            after_number=not number_ends.isdisjoint((first, first - 1)),
            words=syllables.lowered[first:last],
            bracket=_bracket(words, max(clause.first, first - _SIGHT), first),
            behind=syllables.lowered[clause.last : clause.last + _NEXT],
            opening=[word for word in words[clause.first : min(first, clause.first + _REACH)] if word.isalpha()][:3],
        ))  # fmt: skip
    return places


def _near(cues: list[tuple[int, int, str]], first: int, last: int) -> list[tuple[int, int, str]]:
    """The cues that begin between two tokens."""
    return cues[bisect_left(cues, (first,)) : bisect_left(cues, (last,))]


_QUOTES = Grammar("<any>{0,4}" + any_of(_WORDS["quotes"]["opening"]))
_OUTCOME = Grammar(any_of(_WORDS["quotes"]["outcome"]))


def _quote_end(source: Source) -> int:
    """The token at which a report that opens with a promise ("Nội dung 2: …") turns to its outcome; else 0."""
    if source.item.kind != "report" or not _QUOTES.match(source.syllables):
        return 0
    outcome = _OUTCOME.search(source.syllables, 2)
    return outcome.start() if outcome else 0


def _marked(times: Sequence[Time], source: Source) -> list[str]:
    """Lower-case words; numbers are "#", times "<t>"."""
    syllables = source.syllables
    words = ["#" if word[0].isdigit() else word for word in syllables.lowered]
    for time in times:
        first, last = bisect_right(syllables.starts, time.start) - 1, bisect_left(syllables.starts, time.end)
        words[first:last] = ["<t>"] * (last - first)
    return words


def _bracket(words: list[str], start: int, at: int) -> str:
    """The word behind the last bracket that is open at a token."""
    depth = 0
    for i in range(at - 1, start - 1, -1):
        if words[i] == ")":
            depth += 1
        elif words[i] == "(":
            if not depth:
                return words[i + 1]
            depth -= 1
    return ""


def _heads(source: Source, bars: int) -> list[str]:
    """The name of each table column; empty where the header does not fit the row."""
    heads = source.item.context.lower().split("|") if bars and source.item.context else []
    return [head.strip() for head in heads] if len(heads) == bars + 1 else []


def _column(head: str) -> str:
    kinds = ("reference", "deadline", "as_of")
    return next((kind for kind in kinds if any(word in head for word in _COLUMNS[kind])), "")
