"""The dossier of two commitments of one organisation: what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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
    lines = [f"• {row[0]} {row[1] or ''}".rstrip() + f"\n    {row[2] or row[3]}" for row in rows]
    text = "\n".join([*lines, *([] if lines else [words("drift_none")])]) + "\n"
    main = Table("changes", words("title_changes"), heads, rows)
    return Dossier(title, facts, (main,), text, {"old": old.document.name, "new": new.document.name, "changes": [
        {"kind": c.change, **record} for c, record in zip(changes, main.records(), strict=True)
    ]})  # fmt: skip
