"""Train every shipped model from the corpus' training split."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from camket.corpus import read_records
from camket.records import CAUSES
from camket.scoring import acts, causes, second_look, store
from camket.scoring.claims import finder, segment
from camket.scoring.morphology import find_words
from camket.scoring.vectoriser import Vectoriser
from camket.scoring.words import WordIndex
from camket.text.resources import MODELS_VARIABLE
from camket.training.candidates import label_rows
from camket.training.causes import LEFT_OUT, cause_rows
from camket.training.figure_roles import train_figure_roles
from camket.training.fit import fit_linear
from camket.training.rows import Rows, act_rows, claiming_items, counted, cuts_of, observe
from camket.training.second_look import fit_second_look
from camket.training.segments import fit_segments
from camket.training.time_roles import train_time_roles

PACKAGE = Path(__file__).parents[1]
# Inverse penalty of each model, chosen on the validation split.
STRENGTH: dict[str, float] = {
    "act": 1.5, "result": 0.1, "timing": 0.2, "estimated": 0.2, **dict.fromkeys(CAUSES, 0.5 / len(LEFT_OUT)),
}  # fmt: skip
MIN_COUNT = 2
# How much words count against evidence in each family, chosen by cross-validation over the training split's documents.
WORD_LENGTHS = {acts.FAMILY: 10.0, finder.FAMILY: 3.0, causes.FAMILY: 4.0}


def train_all(corpus: Path, out: Path, log: Callable[[str], None]) -> None:
    """Fit every model on the training split of ``corpus``, write it under ``out``, and write the model cards.

    Roles of times and figures are evidence for the judgements: those are learned in a second process, which reads the
    roles' models as they have just been written; links and cards are made in further ones.
    """
    records = list(read_records(corpus, "train"))
    log(f"{len(records)} nội dung huấn luyện")
    log(f"time_roles: {train_time_roles(records, out)} mốc thời gian")
    log(f"figure_roles: {train_figure_roles(records, out)} số liệu")
    _run(["train", "--judgements-only", "--corpus", str(corpus), "--out", str(out)], out)
    _run(["train", "--links-only", "--corpus", str(corpus), "--out", str(out)], out)
    _run(["evaluate", "--cards", "--corpus", str(corpus), "--write", str(out)], out)
    log(f"Đã ghi thẻ mô hình vào {out}")


def _run(arguments: Sequence[str], models: Path) -> None:
    environment = {**os.environ, MODELS_VARIABLE: str(models)}
    subprocess.run([sys.executable, "-m", "camket", *arguments], check=True, env=environment)


def train_judgements(
    records: Sequence[Mapping[str, Any]], out: Path, log: Callable[[str], None], plain: Collection[str] = ()
) -> None:
    """Fit the models that judge on labelled records and write one folder for each family under ``out``.

    Parameters
    ----------
    records : sequence of dict
        Labelled records of the training split.
    out : Path
        Folder of the model folders.
    log : callable
        Told what is being done, one line at a time.
    plain : collection of str
        Documents in the plain wording of real reports: see :func:`camket.training.rows.counted`.
    """
    made_of = {"corpus": _digest(records), "code": code_digest()}
    observed = observe(records)
    index = WordIndex.fit([one.source.syllables.forms for one in observed], MIN_COUNT)
    store.save_words(out, index)
    log(f"words: {len(index)} từ và cặp từ")
    rows = act_rows(records, observed, index)
    claiming = counted(claiming_items(records, observed), plain)
    first = fit_family(rows, index, WORD_LENGTHS[acts.FAMILY])
    words = [find_words(one.source.syllables.forms) for one in observed]
    families = {
        acts.FAMILY: first,
        second_look.FAMILY: fit_second_look(words, rows, first, STRENGTH[acts.MODEL]),
        finder.FAMILY: fit_family(label_rows(claiming, index), index, WORD_LENGTHS[finder.FAMILY]),
        segment.FAMILY: fit_segments(cuts_of(claiming, index), index),
        causes.FAMILY: fit_family(cause_rows(records, observed, index), index, WORD_LENGTHS[causes.FAMILY]),
    }
    for name, family in families.items():
        store.save_family(out / name, store.Family(family.vectoriser, family.models, {**family.meta, **made_of}))
        log(f"{name}: {family.meta['rows']} dòng, {len(family.vectoriser)} đặc trưng")


def code_digest() -> str:
    """SHA-256 of the source and word lists that models are made from."""
    sources = sorted(
        path for part in ("scoring", "training", "pipes", "text", "lexicons") for path in (PACKAGE / part).rglob("*.*")
        if path.suffix in (".py", ".toml")
    )  # fmt: skip
    found = hashlib.sha256()
    for path in sources:
        found.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _digest(records: Sequence[Mapping[str, Any]]) -> str:
    lines = (json.dumps(record, ensure_ascii=False, sort_keys=True) for record in records)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def fit_family(rows: Rows, index: WordIndex, word_length: float) -> store.Family:
    """One vectoriser and a model for each label."""
    vectoriser = Vectoriser.fit(index, rows.rows, MIN_COUNT, word_length)
    matrix = vectoriser.transform(rows.rows)
    models = {
        name: fit_linear(matrix, labels, rows.documents, STRENGTH[name]) for name, labels in rows.labels.items()
    }  # fmt: skip
    return store.Family(vectoriser, models, {"rows": len(rows.rows)})
