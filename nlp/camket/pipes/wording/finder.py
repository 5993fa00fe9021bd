"""Find the words on which a promise or a report turns, each with the label of its word list."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.cells import cells_named
from camket.pipes.source import Source
from camket.records import Cue
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

LABELS: Final[tuple[str, ...]] = tuple(lexicon("wording"))
_TABLE: Final = Phrases((phrase, label) for label, phrases in lexicon("wording").items() for phrase in phrases)
_IGNORED: Final = "ignored"
_PLACE: Final = attrgetter("start", "end")
_NUMBERS: Final = frozenset("123457")
# Words that tell how a thing is promised say nothing of it in a cell that names a time, a body or a unit:
# "Thường xuyên" under "Thời hạn" is a vague deadline and no verb of effort.
_MANNER: Final = frozenset(["effort_verb", "attention", "continuity", "slogan", "conduct", "result_without_measure"])
_NOT_OF_MANNER: Final = frozenset(["time", "lead", "coordinate", "unit"])
# A target's number stands no farther before the words that delegate it.
_BEFORE: Final = 40


def add_phrases(label: str, phrases: Iterable[str]) -> None:
    """Let further phrases give cues of a label of ``wording.toml``, for the rest of the process."""
    _TABLE.override((phrase.lower(), label) for phrase in phrases)


def find_wording_cues(source: Source) -> tuple[Cue, ...]:
    """Give the wording cues of an item, in order, without overlaps; the longest phrase wins.

    The labels are the names of the lists in ``wording.toml``. Two are decided here: "full_coverage" also for "100%",
    and "delegated_without_number" for a target that is set elsewhere and whose clause names no number.

    Examples
    --------
    >>> from camket.records import Item
    >>> item = Item("Tăng cường thu hút đầu tư, không để xảy ra cháy chợ.", "commitment")
    >>> [(item.text[c.start:c.end], c.label) for c in find_wording_cues(Source(item))]
    [('Tăng cường', 'effort_verb'), ('thu hút', 'effort_verb'), ('không để xảy ra', 'zero_tolerance')]
    """
    syllables = source.syllables
    starts, ends = syllables.starts, syllables.ends
    cues: list[Cue] = []
    for first, last, label in _TABLE.scan(syllables.symbols):
        if label == "delegated_target" and not _has_number(source, first):
            label = "delegated_without_number"
        if label != _IGNORED:
            cues.append(Cue(starts[first], ends[last - 1], label))
    if "100" in syllables.text:
        cues = sorted([*cues, *_whole(syllables)], key=_PLACE)
    return tuple(_in_their_cells(source, cues))


def _in_their_cells(source: Source, cues: list[Cue]) -> list[Cue]:
    """The cues without those whose family can't speak of the cell they stand in."""
    silent = cells_named(source, _NOT_OF_MANNER) if cues and "|" in source.item.text else []
    if not silent:
        return cues
    return [c for c in cues if c.label not in _MANNER or not any(a <= c.start and c.end <= b for a, b in silent)]


def _has_number(source: Source, token: int) -> bool:
    clause = source.clause_at(token)
    return not _NUMBERS.isdisjoint(source.syllables.codes[max(clause.first, token - _BEFORE) : token])


def _whole(syllables: Syllables) -> list[Cue]:
    forms = syllables.forms
    places = [i for i, form in enumerate(forms[:-1]) if form == "100" and forms[i + 1] == "%"]
    return [Cue(syllables.starts[i], syllables.ends[i + 1], "full_coverage") for i in places]
