"""Learn the weights that decide times' roles (``models/time_roles``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from camket.convert import record_to_item
from camket.evaluation.matching import pairs
from camket.pipes.role_model import Evidence, Kept
from camket.pipes.source import Source
from camket.pipes.times import find_times
from camket.pipes.times.role_context import read_places
from camket.pipes.times.role_features import MAKERS, tell_time
from camket.pipes.times.roles import MODEL, ROLES
from camket.pipes.times.rules import decide, settled
from camket.training.role_model import fit_role_model

Record = Mapping[str, Any]
STRENGTH = 0.3


def train_time_roles(records: Iterable[Record], out: Path) -> int:
    """Fit on labelled records, write ``out/time_roles/``, and give the number of times learned from."""
    rows, labels = role_rows(records)
    fit_role_model(rows, labels, ROLES, out / MODEL, strength=STRENGTH)
    return len(labels)


def role_rows(records: Iterable[Record]) -> tuple[list[tuple[str, list[Evidence]]], list[str]]:
    """Act and row, and the labelled role, of each time that is found and labelled."""
    rows, labels = [], []
    for record in records:
        if not record["times"]:
            continue
        source = Source(record_to_item(record))
        found = find_times(source)
        spans = [{"start": time.start, "end": time.end, "k": k} for k, time in enumerate(found)]
        gold = {span["k"]: label["role"] for label, span in pairs(record["times"], spans)}
        for k, place in enumerate(read_places(found, source)):
            if k in gold:
                rule = settled(place, record["act"]) or decide(place, record["act"])
                kept = Kept(MAKERS)
                tell_time(kept, place, rule)
                rows.append((record["act"], kept.told))
                labels.append(gold[k])
    return rows, labels
