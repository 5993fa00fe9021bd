"""Train every shipped model from the corpus' training split."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from camket.scoring import store
from camket.scoring.linear import LinearModel
from camket.scoring.vectoriser import Vectoriser
from camket.training.figure_roles import train_figure_roles
from camket.training.fit import fit_linear
from camket.training.rows import Rows, act_rows, claim_rows, observe
from camket.training.time_roles import train_time_roles

# Inverse penalty of each model, chosen on the validation split.
STRENGTH = {"act": 1.0, "target": 0.5, "tag": 0.3, "result": 0.5, "timing": 0.5, "estimated": 0.5}
MIN_COUNT = {"acts": 2, "claims_segment": 3, "claims_label": 2}


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
    acts = act_rows(records, observed)
    tags, labels = claim_rows(records, observed)
    for family, rows in (("acts", acts), ("claims_segment", tags), ("claims_label", labels)):
        vectoriser, models = fit_family(rows, MIN_COUNT[family])
        store.save(out / family, vectoriser, models, {"rows": len(rows.features)})
        log(f"{family}: {len(rows.features)} dòng, {len(vectoriser.vocabulary)} đặc trưng")


def fit_family(rows: Rows, min_count: int) -> tuple[Vectoriser, dict[str, LinearModel]]:
    """One vectoriser and a model for each label; rows labelled "none" are left out of that label's model."""
    vectoriser = Vectoriser.fit(rows.features, min_count)
    matrix = vectoriser.transform(rows.features)
    models = {}
    for name, labels in rows.labels.items():
        kept = [i for i, label in enumerate(labels) if label != "none"]
        models[name] = fit_linear(
            matrix[kept], [labels[i] for i in kept], [rows.documents[i] for i in kept], STRENGTH[name]
        )
    return vectoriser, models
