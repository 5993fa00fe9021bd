"""Models that have learned from the user's labels, too."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from camket.corpus import plain_documents, read_records
from camket.labelling.record import LABELLED, plain
from camket.scoring import acts, store
from camket.scoring.claims import finder
from camket.scoring.vectoriser import Vectoriser
from camket.training.candidates import label_rows
from camket.training.fit import fit_uncalibrated
from camket.training.rows import Rows, act_rows, claiming_items, counted, observe
from camket.training.train import MIN_COUNT, STRENGTH, code_digest

Label = Mapping[str, Any]
# A label of the user's own counts as much as this many of the corpus, and all of them at most half as much as it.
WEIGHT, MOST = 4.0, 0.5
_OWN = "own/"


class Learner:
    """The corpus' training split and a user's labels, ready to be learned from.

    Parameters
    ----------
    corpus : Path
        Folder of the corpus.
    labels : sequence of dict
        Labels as :class:`camket.labelling.Store` keeps them.
    """

    def __init__(self, corpus: Path, labels: Sequence[Label]) -> None:
        self.labels = labels
        self.corpus = list(read_records(corpus, "train"))
        self.plain = plain_documents(corpus)
        self.own = [{**plain(label), "doc": _OWN + str(label["doc"])} for label in labels]
        self.records = [*self.corpus, *self.own]
        self.index = store.read_words(store.models_dir())
        self.observed = observe(self.records)
        self.rows = act_rows(self.records, self.observed, self.index)

    def write(self, out: Path) -> list[str]:
        """Fit what the labels tell of, write it under ``out``, and give the names of the models written."""
        out.mkdir(parents=True, exist_ok=True)
        families = {acts.FAMILY: self.rows}
        asked = {label["id"] for label in self.labels if "claims" in label.get(LABELLED, {}).get("fields", ())}
        if asked:
            chosen = [i for i, r in enumerate(self.records) if i < len(self.corpus) or r["id"] in asked]
            records, observed = [self.records[i] for i in chosen], [self.observed[i] for i in chosen]
            claiming = counted(claiming_items(records, observed), self.plain)
            families[finder.FAMILY] = label_rows(claiming, self.index)
        for name, rows in families.items():
            _replace(out / name, self._fit(rows, store.load(name)))
        return list(families)

    def _fit(self, rows: Rows, like: store.Family) -> store.Family:
        """Models with the same labels and temperatures as those of ``like``."""
        vectoriser = Vectoriser.fit(self.index, rows.rows, MIN_COUNT, like.vectoriser.word_length)
        matrix, heavy, models = vectoriser.transform(rows.rows), weights(rows), {}
        for name, labels in rows.labels.items():
            old = like.models[name]
            model = fit_uncalibrated(matrix, labels, old.classes, STRENGTH[name], heavy)
            models[name] = replace(model, temperature=old.temperature)
        return store.Family(vectoriser, models, {"rows": len(rows.rows), **self._made_of()})

    def _made_of(self) -> dict[str, Any]:
        lines = sorted(json.dumps(record, ensure_ascii=False, sort_keys=True) for record in self.own)
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        return {"own": len(self.own), "own_digest": digest, "code": code_digest()}


def weights(rows: Rows) -> np.ndarray:
    """How much each row counts in learning: one of the corpus 1, one of the user's own more."""
    own = np.array([document.startswith(_OWN) for document in rows.documents])
    heavy = min(WEIGHT, max(1.0, MOST * (~own).sum() / max(own.sum(), 1)))
    return np.where(own, heavy, 1.0)


def retrain(corpus: Path, labels: Sequence[Label], out: Path) -> list[str]:
    """Learn from the corpus and the user's labels; see :meth:`Learner.write`.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from camket.corpus import corpus_dir
    >>> label = {"id": "a", "doc": "a", "kind": "report", "date": None, "text": "Đường thôn.", "act": "other",
    ...          "target": None, "verdict": None, "times": [], "figures": [], "parties": [], "claims": [], "causes": []}
    >>> with TemporaryDirectory() as folder:
    ...     retrain(corpus_dir(), [label], Path(folder))
    ['acts']
    """
    return Learner(corpus, labels).write(out)


def _replace(folder: Path, family: store.Family) -> None:
    """Write a family beside its place and move it there, so that what stands there is always whole."""
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        store.save_family(made / "new", family)
        if folder.exists():
            folder.rename(made / "old")
        (made / "new").rename(folder)
    finally:
        shutil.rmtree(made)
