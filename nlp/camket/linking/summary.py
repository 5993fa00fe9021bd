"""What a match says of each commitment as a whole, and the official table of completion against time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from camket.linking.records import Link, Match, Outcome

# Of several answers to one commitment the one that asks most of the reader counts.
ORDER: tuple[Outcome, ...] = (
    "contradicted", "overdue", "not_met", "in_progress", "not_comparable", "met", "exceeded",
)  # fmt: skip
DONE = frozenset({"met", "exceeded"})
SILENT = "silent"
_KNOWN = DONE | {"not_met", "in_progress", "overdue"}
Cell = tuple[str, str]
# Rows and columns of the official table.
CELLS = ("done", "open", "unclear"), ("in_time", "late", "unknown")


def standings(match: Match) -> dict[str, str]:
    """Outcome of every commitment by its id; "silent" where no report answers.

    Examples
    --------
    >>> from camket.linking.records import Judged
    >>> links = (Link("c1", "r1", Judged("met", "words"), 0.9), Link("c1", "r2", Judged("overdue", "words"), 0.8))
    >>> standings(Match(links, silent=("c2",)))
    {'c1': 'overdue', 'c2': 'silent'}
    """
    found = {name: worst(links).judged.outcome for name, links in by_commitment(match.links).items()}
    return {**found, **dict.fromkeys(match.silent, SILENT)}


def by_commitment(links: Iterable[Link]) -> dict[str, list[Link]]:
    """Links of each commitment."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.commitment].append(link)
    return dict(found)


def worst(links: Iterable[Link]) -> Link:
    """The answer that asks most of the reader."""
    return min(links, key=lambda link: ORDER.index(link.judged.outcome))


def table(match: Match) -> dict[Cell, int]:
    """Counts of commitments by completion ("done", "open", "unclear") and time ("in_time", "late", "unknown").

    The table is that of the tracking rules of Quyết định 42/2014/QĐ-TTg: completed or not, within the time or past it.
    What can't be compared or is not reported stands under "unclear".
    """
    counts: Counter[Cell] = Counter()
    for links in by_commitment(match.links).values():
        judged = worst(links).judged
        counts[cell_of(judged.outcome, judged.late)] += 1
    counts[cell_of(SILENT, None)] += len(match.silent)
    return dict(counts)


def cell_of(status: str, late: bool | None) -> Cell:
    """Where a commitment stands in the official table.

    Examples
    --------
    >>> cell_of("met", False), cell_of("overdue", True), cell_of("silent", None)
    (('done', 'in_time'), ('open', 'late'), ('unclear', 'unknown'))
    """
    if status not in _KNOWN:
        return "unclear", "unknown"
    return "done" if status in DONE else "open", "unknown" if late is None else "late" if late else "in_time"
