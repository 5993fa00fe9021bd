"""The dossier of a report's arithmetic."""

from __future__ import annotations

from collections.abc import Sequence

from camket.audit.delays import Delay
from camket.audit.records import Slip
from camket.linking.documents import Side
from camket.report.tracking.delays import delay_lines, delay_table
from camket.report.tracking.dossier import Dossier, Table, columns
from camket.report.words import Words


def arithmetic_dossier(side: Side, slips: Sequence[Slip], delays: Sequence[Delay], words: Words) -> Dossier:
    """Figures that do not agree, each with its calculation, and the causes of delay that the report gives."""
    texts = {a.item.id: " ".join(a.item.text.split()) for a in side.annotations}
    plain = {a.item.id: a.item.text for a in side.annotations}
    head = words("slips", name=side.document.name, count=len(slips))
    heads = columns(
        words, ("question", 34, "text"), ("figure", 22, "text"), ("calculation", 34, "text"),
        ("expected", 16, "number"), ("found", 16, "number"), ("text", 60, "text"), ("other", 40, "text"),
    )  # fmt: skip
    rows = tuple(
        (words(f"slip_{s.check}"), plain[s.item][s.start : s.end], s.calculation, s.expected, s.found, texts[s.item],
         texts.get(s.other) or None)
        for s in slips
    )  # fmt: skip
    tables = (Table("slips", words("title_slips"), heads, rows), delay_table(delays, texts, words))
    lines = [line for row in rows for line in (f"? {row[0]} “{row[1]}”", f"    {row[2]}", f"    {row[5]}")]
    text = "\n".join([head, *lines]) + "\n" + delay_lines(delays, texts, words)
    data = {"document": side.document.name, "slips": tables[0].records(), "delays": tables[1].records()}
    return Dossier(head, (), tables, text, data)
