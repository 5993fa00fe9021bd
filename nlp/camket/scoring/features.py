"""Feature names of an item: its words, and its normalised evidence.

Words carry what rules can't foresee, evidence what n-grams can't see: that "31/12" lies ahead of the document's date,
that a figure is a floor, that a verb of effort has nothing countable behind it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from camket.records import Figure, Time
from camket.scoring.observed import Observed

_MAX_CONTEXT = 24


def item_features(observed: Observed) -> list[str]:
    """Names of the features of one item; word features begin with "w:", evidence with "e:".

    Returns
    -------
    list of str
        Unordered, possibly with repeats.
    """
    source = observed.source
    words = normal_words(source.syllables.forms)
    names = [f"e:kind={source.item.kind}"]
    names += words_features(words)
    names += _opening(words, source.item.kind)
    names += _context_features(source.item.context)
    names += _shape_features(source.item.text, words)
    names += _cue_features(observed)
    names += _time_features(observed)
    names += _figure_features(observed.figures)
    names += [f"e:mood={c.mood}" for c in source.clauses]
    return names


def normal_words(forms: list[str]) -> list[str]:
    """Words in lower case with every number reduced to "0", so that n-grams do not learn particular figures."""
    return ["0" if form[0].isdigit() else form.lower() for form in forms]


def words_features(words: list[str]) -> list[str]:
    """Single words and neighbouring pairs."""
    return [f"w:{w}" for w in words] + [f"w:{a} {b}" for a, b in pairwise(words)]


def _opening(words: list[str], kind: str) -> list[str]:
    # The first words after a list label decide much: a verb of promise, a subject, "nguyên nhân", "kiến nghị".
    start = next((i for i, w in enumerate(words) if w[0].isalpha()), 0)
    first = words[start : start + 3]
    names = [f"e:first{n}={' '.join(first[:n])}" for n in range(1, len(first) + 1)]
    return [*names, f"e:first={kind}/{first[0] if first else ''}"]


def _context_features(context: str | None) -> list[str]:
    if not context:
        return ["e:context=none"]
    words = context.lower().split()[:_MAX_CONTEXT]
    return [f"e:context:{w}" for w in words] + ["e:context=table" if " | " in context else "e:context=heading"]


def _shape_features(text: str, words: list[str]) -> list[str]:
    bullet = text[:1] if text[:1] in "-+•*" else ""
    names = [f"e:end={text[-1:]}", f"e:length={min(len(words) // 12, 6)}", f"e:start={bullet}"]
    if text.isupper():
        names.append("e:capitals")
    if " | " in text:
        names.append("e:row")
    return names


def _cue_features(observed: Observed) -> list[str]:
    counts = Counter(cue.label for cue in observed.cues)
    names = [f"e:cue:{label}" for label in counts]
    names += [f"e:cue:{label}x{min(n, 4)}" for label, n in counts.items() if n > 1]
    labels = [cue.label for cue in observed.cues]
    return [*names, f"e:cues:{labels[0]}", f"e:cues:-{labels[-1]}"] if labels else [*names, "e:cues:none"]


def _time_features(observed: Observed) -> list[str]:
    names = [f"e:times={min(len(observed.times), 3)}"]
    for time in observed.times:
        names.append(f"e:time:{time.bound}/{time.role}")
        names.append(f"e:time:{_when(time, observed)}/{time.bound}")
    return names


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


def _figure_features(figures: tuple[Figure, ...]) -> list[str]:
    names = [f"e:figures={min(len(figures), 5)}"]
    roles = Counter(f.role for f in figures)
    names += [f"e:role:{role}={min(n, 3)}" for role, n in roles.items()]
    for figure in figures:
        names.append(f"e:figure:{unit_class(figure.unit)}/{bound_class(figure)}")
    return names


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
