"""Learn the weights that decide figures' roles (``models/figure_roles``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from camket.convert import record_to_item
from camket.evaluation.matching import pairs
from camket.pipes.figures import find_figures
from camket.pipes.figures.assign import MODEL, ROLES
from camket.pipes.figures.role_context import RoleContext
from camket.pipes.figures.role_features import MAKERS, tell_figure
from camket.pipes.figures.roles import decide
from camket.pipes.role_model import Evidence, Kept
from camket.pipes.source import Source
from camket.records import Figure, Time
from camket.training.role_model import fit_role_model

Record = Mapping[str, Any]
# In these acts every figure is "other" and needs no weights.
SETTLED = ("cause", "proposal")
STRENGTH = 0.1
MIN_COUNT = 3


def train_figure_roles(records: Iterable[Record], out: Path) -> int:
    """Fit on labelled records, write ``out/figure_roles/``, and give the number of figures learned from."""
    rows, labels = role_rows(records)
    fit_role_model(rows, labels, ROLES, out / MODEL, strength=STRENGTH, least=MIN_COUNT)
    return len(labels)


def role_rows(records: Iterable[Record]) -> tuple[list[tuple[str, list[Evidence]]], list[str]]:
    """Act and row, and the labelled role, of each figure that is found and labelled."""
    rows, labels = [], []
    for record in records:
        act = record["act"]
        if act in SETTLED or not record["figures"]:
            continue
        source = Source(record_to_item(record))
        times = [Time(t["start"], t["end"], t["role"], None, None, t["bound"]) for t in record["times"]]
        found = find_figures(source, times)
        context = RoleContext(found, source, times)
        for k, label in _labelled(found, record["figures"]):
            rule = decide(context, found, k, act)
            kept = Kept(MAKERS)
            tell_figure(kept, context, found, k, rule)
            rows.append((act, kept.told))
            labels.append(label)
    return rows, labels


def _labelled(found: Sequence[Figure], labelled: Sequence[Record]) -> list[tuple[int, str]]:
    """Index of each found figure that matches a labelled one, and that one's role."""
    spans = [{"start": figure.start, "end": figure.end, "k": k} for k, figure in enumerate(found)]
    return [(span["k"], label["role"]) for label, span in pairs(labelled, spans)]
