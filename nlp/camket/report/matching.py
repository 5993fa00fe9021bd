"""A match of a commitment and a report, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from camket.linking.documents import DocumentMatch
from camket.linking.records import Link
from camket.linking.summary import by_commitment, table
from camket.report.words import Words

_COLUMNS = ("in_time", "late", "unknown")


def render_match(found: DocumentMatch, words: Words) -> str:
    """Each commitment with what is reported of it, then what is left over, then the table."""
    promised = {a.item.id: " ".join(a.item.text.split()) for a in found.commitment.annotations}
    told = {a.item.id: " ".join(a.item.text.split()) for a in found.report.annotations}
    match = found.match
    linked = by_commitment(match.links)
    unit = found.commitment.organisation or found.report.organisation or words("no_organisation")
    lines = [words("head", unit=unit, commitments=len(linked) + len(match.silent), links=len(match.links)), ""]
    for name, text in promised.items():
        if name in linked:
            lines.append(f"• {text}")
            for link in linked[name]:
                lines += _link(link, told, words)
    lines += _list(words("silent"), [promised[name] for name in match.silent])
    lines += _list(words("orphan"), [told[name] for name in match.orphan])
    lines += _list(words("praised"), [f"{promised[c]} ↔ {told[r]}" for c, r in match.praised])
    lines += _list(words("unsure"), [f"{promised[c]} ↔ {told[r]}" for c, r, _ in match.unsure])
    return "\n".join([*lines, "", *counts(table(match), words)]) + "\n"


def _link(link: Link, told: Mapping[str, str], words: Words) -> Iterator[str]:
    judged = link.judged
    yield f"    [{words(f'outcome_{judged.outcome}')}] {told[link.report]}"
    if judged.calculation:
        yield f"        {judged.calculation}"
    if judged.pace:
        done, elapsed = round(100 * judged.pace.done), round(100 * judged.pace.elapsed)
        yield "        " + words("pace_behind" if judged.pace.is_behind else "pace_ahead", done=done, elapsed=elapsed)
    if judged.missing:
        yield "        " + words(f"missing_{judged.missing}")
    terms = ", ".join(link.terms)
    yield "        " + words("reason", terms=terms, probability=round(100 * link.probability))


def _list(title: str, texts: list[str]) -> list[str]:
    return ["", f"{title} ({len(texts)}):", *(f"  - {text}" for text in texts)] if texts else []


def counts(cells: Mapping[tuple[str, str], int], words: Words) -> list[str]:
    """The table of completion against time."""
    width = max(len(words(row)) for row in ("done", "open", "unclear"))
    head = " " * (width + 2) + "  ".join(words(column).rjust(12) for column in _COLUMNS)
    rows = [
        f"{words(row).ljust(width)}  " + "  ".join(str(cells.get((row, column), 0)).rjust(12) for column in _COLUMNS)
        for row in ("done", "open", "unclear")
    ]
    return [f"{words('table')}:", head, *rows]
