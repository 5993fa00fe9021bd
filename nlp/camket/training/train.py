"""Train every shipped model from the corpus' training split."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from camket.scoring import acts, store
from camket.scoring.claims import finder, segment
from camket.scoring.vectoriser import Vectoriser
from camket.scoring.words import WordIndex
from camket.training.figure_roles import train_figure_roles
from camket.training.fit import fit_linear
from camket.training.rows import Rows, act_rows, claims, observe
from camket.training.segments import fit_segments
from camket.training.time_roles import train_time_roles

# Inverse penalty of each model, chosen on the validation split.
STRENGTH = {"act": 2.0, "target": 0.5, "result": 0.5, "timing": 0.5, "estimated": 0.5}
MIN_COUNT = 2


def train(records: Sequence[Mapping[str, Any]], out: Path, log: Callable[[str], None]) -> None:
    """Fit the models on labelled records and write one folder for each family under ``out``.

    Parameters
    ----------
    records : sequence of dict
        Labelled records of the training split.
    out : Path
        Folder of the model folders.
    log : callable
        Told what is being done, one line at a time.
    """
    log(f"{len(records)} nội dung huấn luyện")
    log(f"time_roles: {train_time_roles(records, out)} mốc thời gian")
    log(f"figure_roles: {train_figure_roles(records, out)} số liệu")
    observed = observe(records)
    index = WordIndex.fit([one.source.syllables.forms for one in observed], MIN_COUNT)
    store.save_words(out, index)
    log(f"words: {len(index)} từ và cặp từ")
    cuts, labels = claims(records, observed, index)
    for name, rows in ((acts.FAMILY, act_rows(records, observed, index)), (finder.FAMILY, labels)):
        family = fit_family(rows, index)
        store.save_family(out / name, family)
        log(f"{name}: {len(rows.rows)} dòng, {len(family.vectoriser)} đặc trưng")
    family = fit_segments(cuts, index)
    store.save_family(out / segment.FAMILY, family)
    log(f"{segment.FAMILY}: {len(cuts.lengths)} nội dung, {len(cuts.chunks)} mảnh, {len(family.vectoriser)} đặc trưng")


def fit_family(rows: Rows, index: WordIndex) -> store.Family:
    """One vectoriser and a model for each label; rows labelled "none" are left out of that label's model."""
    vectoriser = Vectoriser.fit(index, rows.rows, MIN_COUNT)
    matrix = vectoriser.transform(rows.rows)
    models = {}
    for name, labels in rows.labels.items():
        kept = [i for i, label in enumerate(labels) if label != "none"]
        groups = [rows.documents[i] for i in kept]
        models[name] = fit_linear(matrix[kept], [labels[i] for i in kept], groups, STRENGTH[name])
    return store.Family(vectoriser, models, {"rows": len(rows.rows)})
