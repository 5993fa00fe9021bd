"""Words about time that name no time: evidence for findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.source import Source
from camket.pipes.times.finder import find_phrases, find_times
from camket.records import Cue
from camket.text.phrases import Phrases

_WORDS: Final = lexicon("times")["vague"]
_PART: Final = "part_of_period"
_NO_PART: Final = ""
_TABLE: Final[Phrases[str]] = Phrases(
    [*((w, "vague_time") for w in _WORDS["words"]), *((w, "event_anchor") for w in _WORDS["anchors"]),
     *((w, _PART) for w in _WORDS["parts"]), *((w, _NO_PART) for w in _WORDS["no_parts"])]
)  # fmt: skip
LABELS: Final = ("vague_time", "event_anchor")


def add_phrases(label: str, phrases: Iterable[str]) -> None:
    """Let further phrases give cues of a label, for the rest of the process."""
    _TABLE.override((phrase.lower(), label) for phrase in phrases)


def find_time_cues(source: Source) -> tuple[Cue, ...]:
    """Vague words, events without a length, parts of a period, and times that need a date ("unresolved_time").

    The last kind appears only where the item has no date. Words inside a time are no cues, but for those that name a
    part of a period which has no first and last day ("giữa năm 2025").

    Examples
    --------
    >>> from camket.records import Item
    >>> source = Source(Item("Sớm trình Đề án, hoàn thành sau khi được phê duyệt.", "commitment"))
    >>> [(source.item.text[c.start : c.end], c.label) for c in find_time_cues(source)]
    [('Sớm', 'vague_time'), ('sau khi', 'event_anchor')]
    """
    syllables = source.syllables
    hits = [hit for hit in _TABLE.scan(syllables.symbols) if hit[2] != _NO_PART]
    cues = [Cue(*syllables.span(first, last), label) for first, last, label in hits]
    if not cues and source.item.date is not None:
        return ()
    phrases = find_phrases(source)
    spans = [syllables.span(p.first, p.last) for p in phrases]
    kept = [c for c in cues if (c.label == _PART) == any(start < c.end and c.start < end for start, end in spans)]
    if source.item.date is None:
        known = {(t.start, t.end) for t in find_times(source)}
        kept += [Cue(*span, "unresolved_time") for span in spans if span not in known]
    return tuple(sorted(kept, key=lambda cue: cue.start))
