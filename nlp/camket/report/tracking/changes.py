"""The dossier of two commitments of one organisation: what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from camket.audit.drift import Drift
from camket.linking.documents import Side
from camket.report.tracking.dossier import Dossier, Table, columns
from camket.report.words import Words


def drift_dossier(old: Side, new: Side, changes: Sequence[Drift], words: Words) -> Dossier:
    """Every change with both texts."""
    before, after = (
        {a.item.id: " ".join(a.item.text.split()) for a in side.annotations} for side in (old, new)
    )  # fmt: skip
    heads = columns(
        words, ("change", 24, "text"), ("detail", 26, "text"), ("old_text", 55, "text"), ("new_text", 55, "text")
    )
    rows = tuple((words(f"change_{c.change}"), c.detail or None, before.get(c.old), after.get(c.new)) for c in changes)
    counts = Counter(change.change for change in changes)
    facts = tuple(f"{words(f'change_{name}')}: {number}" for name, number in counts.most_common())
    title = words("title_drift", old=old.document.name, new=new.document.name)
    lines = [line for pair in _pairs(changes) for line in _lines(pair, before, after, words)]
    text = "\n".join([*lines, *([] if lines else [words("drift_none")])]) + "\n"
    main = Table("changes", words("title_changes"), heads, rows)
    return Dossier(title, facts, (main,), text, {"old": old.document.name, "new": new.document.name, "changes": [
        {"kind": c.change, **record} for c, record in zip(changes, main.records(), strict=True)
    ]})  # fmt: skip


def _pairs(changes: Sequence[Drift]) -> Iterator[list[Drift]]:
    """All that changed between two items together."""
    for _, group in groupby(changes, key=lambda change: (change.old, change.new)):
        yield list(group)


def _lines(
    changes: Sequence[Drift], before: Mapping[str, str], after: Mapping[str, str], words: Words
) -> Iterator[str]:
    """What changed, then the older wording and the newer one."""
    for change in changes:
        detail = f": {change.detail}" if change.detail else ""
        yield f"• {words(f'change_{change.change}')}{detail}"
    for name, text in (("old_text", before.get(changes[0].old)), ("new_text", after.get(changes[0].new))):
        if text:
            yield f"    {words(f'column_{name}')}: {text}"
