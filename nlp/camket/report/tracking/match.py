"""The dossier of a match: every promise with what is reported of it, and what is left over on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from camket.audit.delays import Delay
from camket.linking.documents import DocumentMatch
from camket.linking.records import Judged, Link
from camket.linking.summary import CELLS, by_commitment, standings, table
from camket.register.imports import due_of
from camket.report.matching import render_match
from camket.report.tracking.delays import cause_text, delay_lines, delay_table
from camket.report.tracking.dossier import Dossier, Table, columns
from camket.report.words import Words


def match_dossier(found: DocumentMatch, delays: Sequence[Delay], words: Words) -> Dossier:
    """What a match says.

    Parameters
    ----------
    found : DocumentMatch
    delays : sequence of Delay
        Causes that the report gives.
    words : Words
        Messages of registers and what belongs to them.
    """
    match, view = found.match, _View(found, delays)
    tables = (
        Table("links", words("title_links"), _columns(words), tuple(_rows(view, words))),
        official_table(table(match), words),
        _listed("silent", match.silent, view.promised, words),
        _listed("orphan", match.orphan, view.told, words),
        _pairs("praised", [(c, r, None) for c, r in match.praised], view, words),
        _pairs("unsure", match.unsure, view, words),
        delay_table(delays, view.told, words),
    )
    text = render_match(found, Words(words.language, "match_messages")) + delay_lines(delays, view.told, words)
    data = {**found.record(), "standings": standings(match), "delays": delay_table(delays, view.told, words).records()}
    return Dossier(words("title_match", unit=view.unit or "–"), tuple(_facts(view, words)), tables, text, data)


class _View:
    """Texts and causes of a match by id."""

    def __init__(self, found: DocumentMatch, delays: Sequence[Delay]) -> None:
        self.found, self.match = found, found.match
        self.promised = _texts(found.commitment.annotations)
        self.told = _texts(found.report.annotations)
        self.due = {a.item.id: due_of(a) for a in found.commitment.annotations}
        self.causes = {delay.item: delay for delay in delays}
        self.unit = found.commitment.organisation or found.report.organisation


def _texts(annotations: Sequence[Any]) -> dict[str, str]:
    return {a.item.id: " ".join(a.item.text.split()) for a in annotations}


def _facts(view: _View, words: Words) -> Iterator[str]:
    for key, side in (("fact_commitment", view.found.commitment), ("fact_report", view.found.report)):
        yield words(key, name=side.document.name, date=words.day(side.day) if side.day else words("no_day"))
    linked = len(by_commitment(view.match.links))
    silent = len(view.match.silent)
    yield words("fact_counts", all=linked + silent, linked=linked, silent=silent, orphan=len(view.match.orphan))


def _columns(words: Words) -> Any:
    return columns(
        words, ("number", 7, "number"), ("commitment", 46, "text"), ("due", 17, "date"), ("report", 46, "text"),
        ("outcome", 17, "short"), ("calculation", 26, "text"), ("lateness", 14, "short"), ("pace", 20, "text"),
        ("causes", 22, "text"), ("probability", 11, "number"), ("why", 26, "text"),
    )  # fmt: skip


def _rows(view: _View, words: Words) -> Iterator[tuple[Any, ...]]:
    linked, silent = by_commitment(view.match.links), set(view.match.silent)
    number = 0
    for name, text in view.promised.items():
        if name not in linked and name not in silent:
            continue
        number += 1
        for link in linked.get(name, ()):
            yield number, text, view.due[name], *_answer(link, view, words)
        if name in silent:
            yield number, text, view.due[name], None, words("status_silent"), *([None] * 6)


def _answer(link: Link, view: _View, words: Words) -> tuple[Any, ...]:
    judged, delay = link.judged, view.causes.get(link.report)
    note = judged.calculation or (words(f"missing_{judged.missing}") if judged.missing else None)
    return (
        view.told[link.report], words(f"status_{judged.outcome}"), note, _late(judged, words), pace_text(judged, words),
        cause_text(delay, words) if delay else None, round(link.probability, 2), ", ".join(link.terms),
    )  # fmt: skip


def _late(judged: Judged, words: Words) -> str | None:
    return None if judged.late is None else words("late" if judged.late else "in_time")


def pace_text(judged: Judged, words: Words) -> str | None:
    """How much is done against how much time has gone."""
    pace = judged.pace
    if pace is None:
        return None
    key = "pace_behind" if pace.is_behind else "pace_ahead"
    return words(key, done=round(100 * pace.done), elapsed=round(100 * pace.elapsed))


def official_table(cells: Mapping[tuple[str, str], int], words: Words) -> Table:
    """Completed or not, in time or late: the table of the tracking rules."""
    rows, times = CELLS
    heads = columns(words, ("state", 26, "text"), *((time, 16, "number") for time in times))
    filled = tuple((words(row), *(cells.get((row, time), 0) for time in times)) for row in rows)
    return Table("official", words("title_official"), heads, filled)


def _listed(name: str, ids: Sequence[str], texts: Mapping[str, str], words: Words) -> Table:
    heads = columns(words, ("number", 6, "number"), ("text", 110, "text"))
    return Table(name, words(f"title_{name}"), heads, tuple((i, texts[key]) for i, key in enumerate(ids, 1)))


def _pairs(name: str, pairs: Sequence[tuple[str, str, float | None]], view: _View, words: Words) -> Table:
    heads = columns(words, ("commitment", 55, "text"), ("report", 55, "text"), ("probability", 12, "number"))
    rows = tuple((view.promised[c], view.told[r], None if p is None else round(p, 2)) for c, r, p in pairs)
    return Table(name, words(f"title_{name}"), heads, rows)
