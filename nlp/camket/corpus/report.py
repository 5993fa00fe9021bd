"""The corpus' measures as a table, and records with their labels as people read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from camket.corpus.schema import SPAN_FIELDS
from camket.corpus.spans import LABELS, values
from camket.corpus.stats import PARTS, Statistics

Record = Mapping[str, Any]


def composition(
    documents: Sequence[Record], splits: Mapping[str, Sequence[str]], pairs: Sequence[Sequence[str]]
) -> dict[str, Any]:
    """What the documents are: levels, years, eras, fields of work, splits; and the number of minimal pairs."""
    return {
        "splits": {name: len(names) for name, names in splits.items()},
        "pairs": len(pairs),
        "fields": len({document.get("field") for document in documents}),
        "level": dict(Counter(document["level"] for document in documents).most_common()),
        "era": dict(Counter(document["era"] for document in documents).most_common()),
        "year": dict(sorted(Counter(document["date"][:4] for document in documents).items())),
    }


def table(whole: Mapping[str, Any], columns: Mapping[str, Statistics]) -> str:
    """Measures side by side, one line each; counts with their share."""
    lines = [f"{name}: {_line(value)}" for name, value in whole.items()]
    lines += ["", _row("", columns)]
    shown = list(columns.values())
    lines.append(_row("items", (s.items for s in shown)))
    lines.append(_row("documents", (s.documents for s in shown)))
    lines.append(_row("type-token ratio (moving, 50)", (f"{s.type_token_ratio:.4f}" for s in shown)))
    lines.append(_row("items over half repeated", (f"{s.repeated:.2%}" for s in shown)))
    for number, part in enumerate(PARTS):
        lines.append(_row(f"words, {part}th percentile", (s.lengths[number] for s in shown)))
    for field in SPAN_FIELDS:
        for number in range(len(shown[0].evidence[field])):
            label = f"{field}: {number}{'+' if number == 5 else ''} an item"
            lines.append(_row(label, (f"{s.evidence[field][number]:.1%}" for s in shown)))
    for field, counts in shown[0].counts.items():
        for value in counts:
            lines.append(_row(f"{field} = {value}", (_count(s.counts[field], value) for s in shown)))
    return "\n".join(lines)


def show(record: Record) -> str:
    """A record with its labels, one a line."""
    text = record["text"]
    labels = [record["act"], *filter(None, [record["verdict"]]), *record["causes"]]
    lines = [f"[{record['id']}] {record['kind']} {record['date']}: {', '.join(labels)}", f"  {text}"]
    if record.get("context"):
        lines.insert(1, f"  @ {record['context']}")
    for field in SPAN_FIELDS:
        for span in record[field]:
            rest = " ".join(f"{k}={v}" for k, v in values(field, span).items() if v is not None)
            lines.append(f"    {field:8s} “{text[span['start'] : span['end']]}” {span[LABELS[field]]} {rest}".rstrip())
    return "\n".join(lines)


def _line(value: Any) -> str:
    return ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, Mapping) else str(value)


def _row(label: str, cells: Any) -> str:
    return f"{label:34s}" + "".join(f"{cell!s:>16s}" for cell in cells)


def _count(counts: Mapping[str, int], value: str) -> str:
    count = counts.get(value, 0)
    return f"{count} ({count / max(sum(counts.values()), 1):.1%})"
