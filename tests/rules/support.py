"""Build what rules see from a case: evidence by the finders, judgements as the case gives them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from camket.pipeline import find_causes, find_cues, find_figures, find_parties, find_times, judge, observe
from camket.pipes import figures, times
from camket.records import Claim, Inherited, Item
from camket.rules import DEFAULT, check

CASES = Path(__file__).parents[1] / "cases" / "rules"
SIGNED, REPORTED = date(2024, 1, 15), date(2024, 12, 20)


def load_cases():
    """Every (code, "fail" or "pass", case)."""
    for path in sorted(CASES.glob("*.yaml")):
        for code, kinds in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield from ((code, kind, case) for kind in ("fail", "pass") for case in kinds[kind])


def annotate(case, code):
    """An annotation without findings."""
    act = case.get("act") or ("claim" if code.startswith("BC") else "commitment")
    kind = "report" if act == "claim" else "commitment"
    day = case.get("date", REPORTED if kind == "report" else SIGNED)
    period, owner = case.get("period"), case.get("owner")
    item = Item(
        case["text"], kind, day, label=case.get("label", ""), headings=tuple(case.get("headings", ())),
        section=case.get("section"), columns=_columns(case),
        period=Inherited(period, "title") if period else None, owner=Inherited(owner, "preamble") if owner else None,
        block=0 if case.get("document") else None,
    )  # fmt: skip
    one = observe(item)
    for step in (find_times, find_figures, find_cues):
        step([one])
    one.act, one.target = act, case.get("target") if act == "commitment" else None
    one.times = times.assign_roles(one.times, one.source, act)
    one.figures = figures.assign_roles(one.figures, one.source, act, one.times)
    for step in (find_parties, find_causes, judge):
        step([one])
    one.claims = tuple(_claim(item.text, *given) for given in case.get("claims", ()))
    return one.annotation()


def _columns(case):
    """Offsets of the named cells of a row."""
    found, at = [], 0
    for name, cell in zip(case.get("columns", ()), case["text"].split(" | "), strict=False):
        if name:
            found.append((name, at, at + len(cell)))
        at += len(cell) + 3
    return tuple(found)


def _claim(text, words, result, timing):
    start = text.index(words)
    return Claim(start, start + len(words), result, timing, False)


def findings(case, code, settings=DEFAULT):
    """Findings with a code: (index of the item or None, finding)."""
    items = case.get("items", [case])
    checked = check([annotate(one, code) for one in items], settings)
    own = [(n, f) for n, a in enumerate(checked.annotations) for f in a.findings]
    return [(n, f) for n, f in [*own, *((None, f) for f in checked.findings)] if f.code == code]
