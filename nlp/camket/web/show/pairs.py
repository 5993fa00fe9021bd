"""A pair as inspectors have ruled it: links in rows, what is left over, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from camket.linking.records import OUTCOMES, Judged, Link, Match, Pace
from camket.linking.summary import SILENT, by_commitment, standings
from camket.web.desk.pairs import Ruling

ORPHAN = "orphan"
# Every way a row can stand, in the order in which it is offered.
STANDINGS = ("contradicted", "overdue", "not_met", "in_progress", "not_comparable", "met", "exceeded", SILENT, ORPHAN)
_BY_HAND = "by_hand"
# Grounds of an outcome that are told in words; others show in the calculation or in what is missing.
BASES = ("words", "words_against_figures", "words_against_rest", "zero_kept", "zero_broken")


@dataclass(frozen=True, slots=True)
class Told:
    """One answer to a commitment: the reported item, the link, and what was ruled on it."""

    item: Mapping[str, Any]
    link: Link
    ruling: Ruling | None


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment with its answers; an orphan has no commitment and one item."""

    standing: str
    commitment: Mapping[str, Any] | None
    answers: tuple[Told, ...] = ()
    item: Mapping[str, Any] | None = None
    unsure: tuple[tuple[Mapping[str, Any], float], ...] = ()
    praised: tuple[Mapping[str, Any], ...] = ()


def match_of(data: Mapping[str, Any]) -> Match:
    """The machine's match of a stored pair."""
    told = data["match"]
    links = tuple(_link(x) for x in told["links"])
    pairs = {name: tuple(map(tuple, told[name])) for name in ("unsure", "praised")}
    return Match(links, tuple(told["silent"]), tuple(told["orphan"]), **pairs)


def _link(told: Mapping[str, Any]) -> Link:
    judged = {**told["judged"], "pace": Pace(**told["judged"]["pace"]) if told["judged"]["pace"] else None}
    return Link(told["commitment"], told["report"], Judged(**judged), told["probability"], tuple(told["terms"]))


def ruled(match: Match, rulings: Sequence[Ruling]) -> Match:
    """The match as inspectors want it: their word wins over the machine's.

    Examples
    --------
    >>> match = Match((Link("c1", "r1", Judged("met", "words"), 0.9),), silent=("c2",))
    >>> no, yes = Ruling("c1", "r1", "rejected", "", "", ""), Ruling("c2", "r1", "accepted", "met", "", "")
    >>> found = ruled(match, [no, yes])
    >>> [(link.commitment, link.report) for link in found.links], found.silent, found.orphan
    ([('c2', 'r1')], ('c1',), ())
    """
    links = {(link.commitment, link.report): link for link in match.links}
    for ruling in rulings:
        key = ruling.commitment, ruling.report
        if ruling.decision == "rejected":
            links.pop(key, None)
        else:
            links[key] = _set(links.get(key), ruling)
    answered, used = {c for c, _ in links}, {r for _, r in links}
    promised = dict.fromkeys([*(x.commitment for x in match.links), *match.silent])
    told = dict.fromkeys([*match.orphan, *(x.report for x in match.links)])
    return Match(
        tuple(links.values()), tuple(c for c in promised if c not in answered), tuple(r for r in told if r not in used),
        tuple(u for u in match.unsure if u[:2] not in links), tuple(p for p in match.praised if p not in links),
    )  # fmt: skip


def _set(link: Link | None, ruling: Ruling) -> Link:
    outcome = ruling.outcome if ruling.outcome in OUTCOMES else link.judged.outcome if link else "not_comparable"
    if link is None:
        return Link(ruling.commitment, ruling.report, Judged(outcome, _BY_HAND), 1.0)
    if outcome == link.judged.outcome:
        return link
    late = True if outcome == "overdue" else link.judged.late
    return replace(link, judged=Judged(outcome, _BY_HAND, late=late))


def rows(data: Mapping[str, Any], match: Match, rulings: Sequence[Ruling]) -> list[Row]:
    """Commitments in the order of their document, each with its answers, then the orphans."""
    told = {item["id"]: item for item in data["report"]["items"]}
    decided = {(r.commitment, r.report): r for r in rulings}
    linked, standing = by_commitment(match.links), standings(match)
    found = []
    for item in data["commitment"]["items"]:
        name = item["id"]
        if name in standing:
            answers = [Told(told[x.report], x, decided.get((name, x.report))) for x in linked.get(name, ())]
            unsure = tuple((told[r], p) for c, r, p in match.unsure if c == name)
            praised = tuple(told[r] for c, r in match.praised if c == name)
            found.append(Row(standing[name], item, tuple(answers), unsure=unsure, praised=praised))
    return found + [Row(ORPHAN, None, item=told[name]) for name in match.orphan]


def counts(found: Sequence[Row]) -> dict[str, int]:
    """How many rows stand in each way; "" is all."""
    number = Counter(row.standing for row in found)
    return {"": len(found), **{name: number[name] for name in STANDINGS}}
