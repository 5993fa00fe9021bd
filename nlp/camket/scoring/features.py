"""An item's row: its words, and its normalised evidence.

Words carry what rules can't foresee, evidence what words can't show: that "31/12" lies ahead of the document's date,
that a figure is a floor, that a verb of effort has nothing countable behind it.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from camket.lexicons import lexicon
from camket.records import Figure, Time
from camket.scoring.consequences import consequence_features
from camket.scoring.heads import head
from camket.scoring.observed import Observed
from camket.scoring.states import states_evidence
from camket.scoring.vectoriser import Feature, Row
from camket.scoring.words import WordIndex, normal
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_ASKS = Phrases((phrase, name) for name, phrases in lexicon("openings").items() for phrase in phrases)
_MAX_CONTEXT = 24
_BULLETS = frozenset("-+•*")
# An explanation that begins within the first tokens opens the item.
_OPENING = 4


def item_row(observed: Observed, index: WordIndex) -> Row:
    """Words and evidence of one item.

    Parameters
    ----------
    observed : Observed
        The item with its times, figures and cues.
    index : WordIndex
        The shared words.

    Returns
    -------
    Row
        To be turned into a matrix row by the family's vectoriser.
    """
    source = observed.source
    words, pairs = observed.columns(index)
    evidence: list[Feature] = [("kind", source.item.kind)]
    evidence += _opening(source.syllables, source.item.kind)
    evidence += head(source.syllables.forms, source.item.kind)
    evidence += consequence_features(source.syllables)
    evidence += context_features(source.item.context)
    evidence += _shape(source.item.text, len(source.syllables))
    evidence += _cues(observed)
    evidence += _times(observed)
    evidence += _figures(observed.figures)
    evidence += [("mood", c.mood) for c in source.clauses]
    evidence += _causes(observed)
    evidence += states_evidence([state for *_, state in observed.states])
    return Row(words + pairs, evidence)


def _opening(syllables: Syllables, kind: str) -> list[Feature]:
    # The first words after a list label decide much: a verb of promise, a subject, "nguyên nhân", "kiến nghị".
    forms = syllables.forms
    start = next((i for i, form in enumerate(forms) if form[0].isalpha()), 0)
    first = [normal(form) for form in forms[start : start + 3]]
    if not first:
        return [("first", "")]
    return [
        ("first", first[0]), ("first two", " ".join(first[:2])), ("first three", " ".join(first)),
        (f"first {kind}", first[0]), ("asks", _ASKS.match(syllables.symbols, start) is not None),
    ]  # fmt: skip


@lru_cache(maxsize=1024)
def context_features(context: str | None) -> tuple[Feature, ...]:
    """Words of the heading or table header above; the same for all rows of a table, so found once."""
    if not context:
        return (("context", "none"),)
    words = context.lower().split()[:_MAX_CONTEXT]
    return (*(("context word", w) for w in words), ("context", "table" if " | " in context else "heading"))


def _shape(text: str, n: int) -> list[Feature]:
    found: list[Feature] = [("end", text[-1:]), ("length", min(n // 12, 6)), ("bullet", text[:1] in _BULLETS)]
    if text.isupper():
        found.append(("shape", "capitals"))
    if " | " in text:
        found.append(("shape", "row"))
    return found


def _cues(observed: Observed) -> list[Feature]:
    labels = [cue.label for cue in observed.cues]
    if not labels:
        return [("cue", "none")]
    counts = Counter(labels)
    found: list[Feature] = [("cue", label) for label in counts]
    found += [(label, min(n, 4)) for label, n in counts.items() if n > 1]
    return [*found, ("first cue", labels[0]), ("last cue", labels[-1])]


def _causes(observed: Observed) -> list[Feature]:
    """How much of a text explains, and whether it opens with an explanation."""
    hits, kind = observed.cause_hits, observed.source.item.kind
    named = min(sum(1 for *_, entry in hits if entry.causes), 4)
    found: list[Feature] = [
        ("causes", named), (f"causes {kind}", named), ("causes and states", f"{min(named, 3)} {bool(observed.states)}"),
        ("causes and figures", f"{min(named, 3)} {bool(observed.figures)}"),
    ]  # fmt: skip
    if not hits:
        return found
    signs = {sign for *_, entry in hits for sign in entry.signs}
    if hits[0][0] < _OPENING and hits[0][2].signs:
        found.append(("explains first", hits[0][2].signs[0]))
    return found + [feature for sign in sorted(signs) for feature in (("explains", sign), (f"explains {kind}", sign))]


def _times(observed: Observed) -> list[Feature]:
    found: list[Feature] = [("times", min(len(observed.times), 3))]
    for time in observed.times:
        found += [("bound", time.bound), ("time role", time.role), (time.bound, _when(time, observed))]
    return found


def _when(time: Time, observed: Observed) -> str:
    """Where a time lies from the document's date: the year distance, or that it repeats or waits for an event."""
    if time.rrule:
        return "repeats"
    anchor = observed.source.item.date
    if time.to is None or time.from_ is None or anchor is None:
        return "event" if time.event else "unanchored"
    years = max(-2, min(2, time.to.year - anchor.year))
    side = "past" if time.to < anchor else "ahead" if time.from_ > anchor else "around"
    return f"{side}{years:+d}"


def _figures(figures: tuple[Figure, ...]) -> list[Feature]:
    found: list[Feature] = [("figures", min(len(figures), 5))]
    for figure in figures:
        found += [("figure role", figure.role), (unit_class(figure.unit), bound_class(figure))]
    return found


def unit_class(unit: str | None) -> str:
    """Coarse class of a unit: percent, money, points, or a counted thing."""
    if unit is None:
        return "none"
    if unit.startswith(("%", "điểm")):
        return unit[:6]
    return "money" if unit.startswith(("VND", "USD")) else "count"


def bound_class(figure: Figure) -> str:
    """Whether a figure is a floor, a ceiling, a range, a ratio or exact."""
    if figure.of is not None:
        return "whole" if figure.low == figure.of else "ratio"
    if figure.low is None or figure.high is None:
        return "floor" if figure.high is None else "ceiling"
    return "exact" if figure.low == figure.high else "range"
