"""Features of chunks (does a claim begin or go on here?) and of claims (what state do they report?)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from camket.records import Cue, Figure
from camket.scoring.claims.chunks import Chunk
from camket.scoring.features import bound_class, normal_words, unit_class, words_features
from camket.scoring.observed import Observed


def chunk_features(observed: Observed, chunks: Sequence[Chunk], act: str) -> list[list[str]]:
    """Feature names of every chunk: its own words and evidence, and those of its neighbours.

    Parameters
    ----------
    act : str
        The item's act: claims stand in claims, rarely elsewhere.
    """
    views = [_View(observed, chunk) for chunk in chunks]
    rows = []
    for i, view in enumerate(views):
        names = [*view.words, *(f"e:{n}" for n in view.evidence), f"e:act={act}", f"e:before={view.chunk.before}"]
        names += [f"e:before={view.chunk.before}/{n}" for n in view.evidence[:6]]
        names += _neighbour("prev", views[i - 1] if i else None)
        names += _neighbour("next", views[i + 1] if i + 1 < len(views) else None)
        names += [f"e:position={min(i, 3)}", f"e:left={min(len(views) - i - 1, 3)}"]
        rows.append(names)
    return rows


class _View:
    """A chunk with its words, cues and figures."""

    def __init__(self, observed: Observed, chunk: Chunk) -> None:
        self.chunk = chunk
        syllables = observed.source.syllables
        self.plain = normal_words(syllables.forms[chunk.first : chunk.last])
        self.words = words_features(self.plain)
        start, end = syllables.span(chunk.first, chunk.last)
        self.figures = [f for f in observed.figures if start <= f.start < end]
        self.cues = [c.label for c in observed.cues if start <= c.start < end]
        self.evidence = [
            f"first={self.plain[0]}", f"first2={' '.join(self.plain[:2])}", f"last={self.plain[-1]}",
            f"figures={min(len(self.figures), 2)}", f"size={min(len(self.plain) // 4, 4)}",
            *{f"cue:{c}" for c in self.cues},
            *{f"figure:{unit_class(f.unit)}/{bound_class(f)}" for f in self.figures},
            *(["time"] if any(start <= t.start < end for t in observed.times) else []),
        ]  # fmt: skip


def _neighbour(side: str, view: _View | None) -> list[str]:
    if view is None:
        return [f"e:{side}=none"]
    return [
        f"e:{side}:before={view.chunk.before}",
        *(f"e:{side}:{n}" for n in view.evidence),
        *(f"e:{side}:w={w}" for w in view.plain[:12]),
    ]


def claim_features(observed: Observed, span: tuple[int, int], index: int, act: str) -> list[str]:
    """Feature names of one claim, a token range: words, the order of its cues, and its figures against the plan."""
    source = observed.source
    syllables = source.syllables
    first, last = span
    start, end = syllables.span(first, last)
    words = normal_words(syllables.forms[first:last])
    cues = [c for c in observed.cues if start <= c.start < end]
    names = words_features(words)
    names += [f"e:kind={source.item.kind}", f"e:act={act}", f"e:index={min(index, 2)}"]
    names += [f"e:head={' '.join(words[:2])}", f"e:tail={' '.join(words[-2:])}", *_cue_names(cues)]
    inside = [f for f in observed.figures if start <= f.start < end]
    names += _figure_names(inside, syllables.text, start, end)
    names += _period_names(observed)
    names += [f"e:after={w}" for w in normal_words(syllables.forms[last : last + 3])]
    names += [f"e:ahead={w}" for w in normal_words(syllables.forms[max(0, first - 3) : first])]
    names += [f"e:context:{w}" for w in (source.item.context or "").lower().split()[:20]]
    return names


def _cue_names(cues: list[Cue]) -> list[str]:
    labels = [c.label for c in cues]
    names = [f"e:cue:{label}" for label in labels]
    names += [f"e:cues:{a}>{b}" for a, b in pairwise(labels)]
    return [*names, f"e:cues:last={labels[-1]}"] if labels else [*names, "e:cues:none"]


def _figure_names(figures: list[Figure], text: str, start: int, end: int) -> list[str]:
    names = [f"e:figures={min(len(figures), 3)}"]
    for figure in figures:
        share = plan_share(figure)
        names.append(f"e:figure:{unit_class(figure.unit)}/{bound_class(figure)}")
        if share is not None:
            after = "plan" if _mentions_plan(text[figure.end : min(end, figure.end + 40)].lower()) else "bare"
            before = text[max(start, figure.start - 12) : figure.start].lower().split()[-1:]
            names += [f"e:share:{_bucket(share)}/{word}" for word in (after, *before)]
    return names


_PLAN = ("kế hoạch", "dự toán", "chỉ tiêu", "kh ", "mục tiêu", "nghị quyết", "khối lượng")


def plan_share(figure: Figure) -> float | None:
    """Share of a whole that a figure states: a percentage as a fraction, or n of N; None for other figures."""
    value = figure.low if figure.low is not None else figure.high
    if value is None:
        return None
    if figure.of:
        return value / figure.of
    return value / 100 if figure.unit == "%" else None


def _bucket(share: float) -> str:
    # Bounds of the guidelines: from 95% "mostly" of a plan, from 9/10 of counted things.
    for top, name in ((0.5, "low"), (0.9, "part"), (0.95, "most"), (0.99999, "nearly"), (1.00001, "full")):
        if share < top:
            return name
    return "over"


def _mentions_plan(text: str) -> bool:
    return any(word in text for word in _PLAN)


def _period_names(observed: Observed) -> list[str]:
    """Whether the year that is reported on was over at the document's date (a share of a plan reads differently)."""
    day = observed.source.item.date
    if day is None:
        return ["e:period=unknown"]
    names = [f"e:period=month{day.month}"]
    dated = [t for t in observed.times if t.to is not None]
    names += [f"e:period:{t.role}={'over' if t.to and t.to <= day else 'running'}" for t in dated]
    return [*names, "e:period=late" if day.month in (1, 11, 12) else "e:period=mid"]
