"""The dossier of a register: commitments of an organisation and period, completion, what falls due, what is copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from camket.register.overview import Overview
from camket.register.records import Row
from camket.register.rulings import Ruled
from camket.report.tracking.dossier import Dossier, Table, columns
from camket.report.tracking.match import official_table
from camket.report.words import Words

_FEW = 20  # lines of a list on a terminal


def register_dossier(overview: Overview, words: Words, unit: str | None, period: str | None) -> Dossier:
    """What a register says of an organisation (or all) and a period (or all)."""
    rows = overview.rows
    names = {row.organisation for row in rows}
    # A part of a name is enough to ask for an organisation; the heading has its name.
    unit = next(iter(names)) if unit and len(names) == 1 else unit
    title = words("head" if period else "head_all", unit=unit or words("all_units"), count=len(rows), period=period)
    tables = (
        row_table("commitments", rows, words),
        official_table(overview.official, words),
        _completion("by_organisation", overview.by_organisation, words),
        _completion("by_field", [(words(f"field_{n}"), a, b) for n, a, b in overview.by_field], words),
        row_table("due", overview.due, words),
        _boilerplate(overview.boilerplate, words),
        _copied(overview.copied, words),
    )
    statuses = Counter(row.status for row in rows)
    facts = tuple(f"{words(f'status_{status}')}: {count}" for status, count in statuses.most_common())
    text = "\n".join([title, *(f"  {fact}" for fact in facts), *_lines(tables, words)]) + "\n"
    data = {"title": title, "statuses": dict(statuses), **{t.name: t.records() for t in tables}}
    return Dossier(title, facts, tables, text, data)


def rows_dossier(rows: Sequence[Row], title: str, words: Words) -> Dossier:
    """Registered items that were asked for."""
    main = replace(row_table("commitments", rows, words), title=title)
    text = "\n".join(item_line(row, words) for row in rows) or words("nothing")
    return Dossier(title, (words("count", count=len(rows)),), (main,), text, {"items": main.records()})


def item_dossier(
    row: Row, answers: Sequence[Row], outcomes: Mapping[int, str], ruled: Sequence[Ruled], words: Words
) -> Dossier:
    """One item with those it is linked with, each with its outcome, and what inspectors decided on it."""
    main = row_table("commitments", [row], words)
    linked = row_table("answers", [replace(a, status=outcomes[a.id]) for a in answers], words)
    given = _ruled(ruled, words)
    lines = [f"    [{words(f'status_{outcomes[a.id]}')}] {a.id} · {a.text}" for a in answers]
    told = [f"    {ruling_line(one, words)}" for one in ruled]
    data = {"item": main.records()[0], "answers": linked.records(), "decisions": given.records()}
    text = "\n".join([item_line(row, words), *lines, *told]) + "\n"
    return Dossier(main.title, (), (main, linked, given), text, data)


def ruling_line(one: Ruled, words: Words) -> str:
    """A decision in one line: what, on which link, why, by whom, when."""
    return words(
        "ruling", what=ruling_text(one, words), reason=one.reason, inspector=one.inspector, day=words.day(one.day)
    )


def ruling_text(one: Ruled, words: Words) -> str:
    """What was decided, and on which link."""
    outcome = f": {words(f'status_{one.outcome}')}" if one.outcome else ""
    link = words("ruling_link", commitment=one.commitment, report=one.report) if one.report else words("ruling_whole")
    return f"{words(f'ruling_{one.decision}')}{outcome} ({link})"


def _ruled(ruled: Sequence[Ruled], words: Words) -> Table:
    heads = columns(
        words, ("decision", 40, "text"), ("reason", 50, "text"), ("inspector", 20, "text"), ("day", 13, "date")
    )
    rows = tuple((ruling_text(one, words), one.reason, one.inspector, one.day) for one in ruled)
    return Table("decisions", words("title_decisions"), heads, rows)


def item_line(row: Row, words: Words) -> str:
    """One item in one line."""
    due = words.day(date.fromisoformat(row.due)) if row.due else words("no_due")
    status = words(f"status_{row.status}")
    return words(
        "row", id=row.id, organisation=row.organisation, status=status, due=due, text=" ".join(row.text.split())
    )


def row_table(name: str, rows: Sequence[Row], words: Words) -> Table:
    """Registered items."""
    heads = columns(
        words, ("id", 8, "number"), ("organisation", 28, "text"), ("text", 60, "text"), ("field", 20, "text"),
        ("due", 13, "date"), ("outcome", 18, "short"),
    )  # fmt: skip
    filled = tuple(
        (r.id, r.organisation, r.text, words(f"field_{r.field}"), date.fromisoformat(r.due) if r.due else None,
         words(f"status_{r.status}"))
        for r in rows
    )  # fmt: skip
    return Table(name, words(f"title_{name}"), heads, filled)


def _completion(name: str, rows: Sequence[tuple[str, int, int]], words: Words) -> Table:
    heads = columns(words, ("name", 40, "text"), ("met", 12, "number"), ("all", 12, "number"), ("share", 12, "number"))
    filled = tuple((n, met, total, round(100 * met / total, 1)) for n, met, total in rows if total)
    return Table(name, words(f"title_{name}"), heads, filled)


def _boilerplate(shares: Sequence[tuple[str, float]], words: Words) -> Table:
    heads = columns(words, ("name", 40, "text"), ("share", 12, "number"))
    return Table("boilerplate", words("title_boilerplate"), heads, tuple((n, round(100 * s, 1)) for n, s in shares))


def _copied(copied: Sequence[tuple[str, str, tuple[int, ...]]], words: Words) -> Table:
    heads = columns(words, ("organisation", 28, "text"), ("text", 70, "text"), ("years", 24, "text"))
    rows = tuple((organisation, text, ", ".join(map(str, years))) for organisation, text, years in copied)
    return Table("copied", words("title_copied"), heads, rows)


def _lines(tables: Sequence[Table], words: Words) -> Iterator[str]:
    for table in tables:
        if not table.rows:
            continue
        yield f"\n{table.title}:"
        if table.name in ("official", "by_organisation", "by_field", "boilerplate"):
            yield from _grid(table, words)
        else:
            yield from (f"  {row_line(row, words)}" for row in table.rows[:_FEW])
            if len(table.rows) > _FEW:
                yield words("more", count=len(table.rows) - _FEW)


def row_line(row: Sequence[Any], words: Words) -> str:
    """Cells of a row in one line."""
    return " · ".join(words.day(v) if isinstance(v, date) else str(v) for v in row if v is not None)


def _grid(table: Table, words: Words) -> Iterator[str]:
    width = max(len(str(row[0])) for row in table.rows)
    heads = [column.head for column in table.columns[1:]]
    yield "  " + " " * width + "  " + "  ".join(heads)
    for row in table.rows:
        numbers = (words.number(v).rjust(len(h)) for v, h in zip(row[1:], heads, strict=True))
        yield "  " + str(row[0]).ljust(width) + "  " + "  ".join(numbers)
