"""The pipeline: the one place where the steps are put together.

Each step takes a batch of items and adds to what is known of them. :func:`analyse` runs them on plain records;
:mod:`camket.language` wraps the same steps as spaCy components, so both give the same answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice
from operator import attrgetter

from camket.collecting import no_collection
from camket.pipes import figures, parties, times, wording
from camket.pipes.source import Source
from camket.records import Annotation, Inherited, Item, Kind, Time
from camket.rules import DEFAULT as DEFAULT_SETTINGS
from camket.rules import IN_DOCUMENT, NO_DOCUMENT, View, builtin, item_findings
from camket.scoring import acts, causes, claims, criteria, framing, verdict
from camket.scoring.observed import Observed
from camket.text.lexer import Syllables

BATCH = 500
_PLACE = attrgetter("start", "end")
Step = Callable[[Sequence[Observed]], None]


def analyse(items: Iterable[Item], batch_size: int = BATCH) -> Iterator[Annotation]:
    """Analyse items in order, in batches; memory stays flat however many there are.

    Examples
    --------
    >>> from datetime import date
    >>> item = Item("Trồng mới 12 ha rừng trước ngày 30/6/2021.", "commitment", date(2021, 3, 2))
    >>> [a.judgement.verdict for a in analyse([item])]
    ['clear']
    """
    stream = iter(items)
    while batch := list(islice(stream, batch_size)):
        yield from _analyse(batch)


def _analyse(batch: Sequence[Item]) -> list[Annotation]:
    with no_collection():
        return [one.annotation() for one in run(batch)]


def run(batch: Iterable[Item]) -> list[Observed]:
    """All steps on one batch."""
    observed = list(map(observe, batch))
    for step in STEPS.values():
        step(observed)
    return observed


def observe(item: Item, syllables: Syllables | None = None) -> Observed:
    """Start the working memory of an item, its period read as a time; its text may have been cut before."""
    return Observed(Source(with_period(item), syllables))


def with_period(item: Item) -> Item:
    """Fill ``item.period`` from a table header or heading above it where the splitter has given none."""
    value = item.period.value if item.period else item.context
    if not value or (item.period and item.period.time):
        return item
    found = _first_time(value, item.kind, item.date)
    if found is None:
        return item
    source = item.period.source if item.period else "heading"
    return replace(item, period=Inherited(value, source, found))


@lru_cache(maxsize=1000)
def _first_time(text: str, kind: Kind, day: date | None) -> Time | None:
    """The first time in a heading; a heading stands above many items."""
    found = times.find_times(Source(Item(text, kind, day)))
    return found[0] if found else None


def find_times(batch: Sequence[Observed]) -> None:
    """Temporal expressions with their values."""
    for one in batch:
        one.times = times.find_times(one.source)


def find_figures(batch: Sequence[Observed]) -> None:
    """Quantities with their values; what is a time is none."""
    for one in batch:
        one.figures = figures.find_figures(one.source, one.times)


def find_cues(batch: Sequence[Observed]) -> None:
    """Words that later steps and findings rely on."""
    sources = [one.source for one in batch]
    # One finder after the other over the whole batch, here and below: the processor keeps its code and tables near,
    # which takes a fifth off the time of all finders.
    words = list(map(wording.find_wording_cues, sources))
    vague = list(map(times.find_time_cues, sources))
    bodies = list(map(parties.find_party_cues, sources))
    for one, found, of_time, of_bodies in zip(batch, words, vague, bodies, strict=True):
        # Those of wording are in order by themselves, and most items have no others.
        one.cues = tuple(sorted((*found, *of_time, *of_bodies), key=_PLACE)) if of_time or of_bodies else found


def decide_acts(batch: Sequence[Observed]) -> None:
    """Act and target, then the final roles of times and figures."""
    decisions = acts.decide(batch)
    for one, decision in zip(batch, decisions, strict=True):
        one.act = decision.act
        one.target = decision.target if decision.act == "commitment" else None
        one.probabilities, one.reasons = decision.probabilities, decision.reasons
        one.abstain = decision.confidence < acts.SURE
    # Finder after finder, as in find_cues.
    for one, decision in zip(batch, decisions, strict=True):
        one.times = times.assign_roles(one.times, one.source, decision.act)
    for one, decision in zip(batch, decisions, strict=True):
        one.figures = figures.assign_roles(one.figures, one.source, decision.act, one.times, one.target)


def find_parties(batch: Sequence[Observed]) -> None:
    """Responsible organisations and office-holders."""
    for one in batch:
        one.parties = parties.find_parties(one.source, one.act)


def find_causes(batch: Sequence[Observed]) -> None:
    """Why things fell short."""
    for one, found in zip(batch, causes.decide(batch), strict=True):
        one.causes = found.causes
        if found.probabilities:
            one.probabilities = {**one.probabilities, **found.probabilities}
            one.reasons += found.reasons


def find_claims(batch: Sequence[Observed]) -> None:
    """What is reported, with result and timing."""
    for one, found in zip(batch, claims.find_claims(batch), strict=True):
        one.claims = found


def judge(batch: Sequence[Observed]) -> None:
    """Verdicts and the six criteria of commitments."""
    for one in batch:
        if one.target is not None:
            one.verdict = verdict.verdict(one.target, one.times)
            if not one.target and framing.is_framing(one):
                continue
            period = None if verdict.waits_for(one.cues, one.times) else one.source.item.period
            one.verdict_in_document = verdict.verdict_in_document(one.target, one.times, period)
            one.criteria = criteria.criteria(one)


def find_findings(batch: Sequence[Observed]) -> None:
    """Flaws of single items, by the rules of this package; those between items need the whole document."""
    registry = builtin()
    for one in batch:
        if one.act in registry.acts:
            one.findings = item_findings(_view(one), registry)


def _view(one: Observed) -> View:
    item = one.source.item
    return View(
        item, one.act, one.target, one.verdict_in_document, one.criteria, one.times, one.figures, one.parties,
        one.claims, one.causes, one.cues, NO_DOCUMENT if item.block is None else IN_DOCUMENT, DEFAULT_SETTINGS,
        one.probabilities.get("target", 1.0),
    )  # fmt: skip


STEPS: dict[str, Step] = {
    "camket_times": find_times,
    "camket_figures": find_figures,
    "camket_cues": find_cues,
    "camket_acts": decide_acts,
    "camket_parties": find_parties,
    "camket_causes": find_causes,
    "camket_claims": find_claims,
    "camket_judgement": judge,
    "camket_findings": find_findings,
}
# What each step sets or changes in the working memory.
ASSIGNS: dict[str, tuple[str, ...]] = {
    "camket_times": ("times",),
    "camket_figures": ("figures",),
    "camket_cues": ("cues",),
    "camket_acts": ("act", "target", "probabilities", "abstain", "reasons", "times", "figures"),
    "camket_parties": ("parties",),
    "camket_causes": ("causes", "probabilities", "reasons"),
    "camket_claims": ("claims",),
    "camket_judgement": ("verdict", "verdict_in_document", "criteria"),
    "camket_findings": ("findings",),
}
# What each step reads of earlier ones; without it the step works, but finds less.
REQUIRES: dict[str, tuple[str, ...]] = {
    "camket_times": (),
    "camket_figures": ("times",),
    "camket_cues": (),
    "camket_acts": ("times", "figures", "cues"),
    "camket_parties": ("act",),
    "camket_causes": ("act",),
    "camket_claims": ("act", "times", "figures", "cues"),
    "camket_judgement": ("target", "times", "figures", "parties", "cues"),
    "camket_findings": ("act", "target", "criteria", "times", "figures", "parties", "claims", "causes", "cues"),
}
