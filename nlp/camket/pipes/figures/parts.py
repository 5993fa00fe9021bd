"""Mark the figures that a text sets under another one as its parts: "130 hồ sơ, gồm 80 hồ sơ … và 50 hồ sơ …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from camket.lexicons import lexicon
from camket.pipes.source import Source
from camket.records import Cue, Figure
from camket.text.grammar import code
from camket.text.phrases import Phrases

_PARTS: Final = lexicon("figure_parts")
_TABLE: Final[Phrases[str]] = Phrases(
    [*((w, "figure_part") for w in _PARTS["some"]), *((w, "figure_all_parts") for w in _PARTS["all"]),
     *((w, "") for w in _PARTS["ignored"])]
)  # fmt: skip
_SIGNALS: Final = tuple(code(word) for word in _PARTS["signals"])
# Parts end with their sentence, cell or bracket; only a list behind a colon goes on over semicolons.
_STOPS: Final = frozenset(".|;")


def mark_parts(figures: Sequence[Figure], source: Source) -> tuple[Figure, ...]:
    """Give parts a cue on the words that make them parts.

    The label is "figure_part" where only some parts need be told ("trong đó"), "figure_all_parts" where all are
    ("gồm", "chia ra"). The whole is the figure before those words.

    Examples
    --------
    >>> from camket.pipes.figures import find_figures
    >>> from camket.records import Item
    >>> source = Source(Item("Giải quyết 130 hồ sơ, gồm 80 hồ sơ đất đai và 50 hồ sơ xây dựng.", "report"))
    >>> [[c.label for c in f.cues] for f in mark_parts(find_figures(source), source)]
    [[], ['figure_all_parts'], ['figure_all_parts']]
    """
    codes = source.syllables.codes
    if len(figures) < 3 or not any(signal in codes for signal in _SIGNALS):
        return tuple(figures)
    marked = list(figures)
    starts = [figure.start for figure in figures]
    hits = [hit for hit in _TABLE.scan(codes) if hit[2]]
    for number, (first, last, label) in enumerate(hits):
        stop = hits[number + 1][0] if number + 1 < len(hits) else len(codes)
        begin, end = source.syllables.span(first, last)
        until = _reach(source, last, stop)
        if starts[0] >= begin or _behind_bracket(figures, source, begin):
            continue
        for index in range(bisect_left(starts, end), bisect_left(starts, until)):
            figure = marked[index]
            marked[index] = replace(figure, cues=(*figure.cues, Cue(begin, end, label)))
    return tuple(marked)


def _reach(source: Source, token: int, stop: int) -> int:
    """First character behind the sentence or cell in which the parts stand."""
    syllables = source.syllables
    forms = syllables.forms
    stops = _STOPS - {";"} if forms[token - 1] == ":" else _STOPS
    depth = 0
    for i in range(token, stop):
        depth += (forms[i] == "(") - (forms[i] == ")")
        if forms[i] in stops or depth < 0:
            return syllables.starts[i]
    return syllables.starts[stop] if stop < len(forms) else len(syllables.text)


def _behind_bracket(figures: Sequence[Figure], source: Source, begin: int) -> bool:
    """Whether the figure before the words stands in a bracket that is closed before them: then it is not the whole."""
    before = max((f.end for f in figures if f.end <= begin), default=begin)
    between = source.item.text[before:begin]
    return ")" in between and "(" not in between
