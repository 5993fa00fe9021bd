"""The parts of ``camket label``: read files, ask, exchange labels, learn."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import typer

from camket import io
from camket.cli.common import Exit, atomic_bytes, fail, say
from camket.cli.labels.asking import Asker
from camket.cli.labels.keys import ask, read_key
from camket.cli.labels.learning import learn
from camket.cli.labels.show import Screen
from camket.cli.records import read_records
from camket.convert import record_to_item
from camket.corpus import CorpusError
from camket.labelling import Session, Store, rank
from camket.labelling.exchange import from_tasks, to_tasks
from camket.pipeline import analyse
from camket.records import Annotation
from camket.report.words import Words
from camket.scoring import store as weights

MODELS = "camket-models"


class Work:
    """One run of the command.

    Parameters
    ----------
    labels : Path
        File or folder of the labels.
    models : Path, optional
        Folder of the user's models; by default beside the labels. Where it holds models they judge.
    corpus : str, optional
    words, own : Words
    """

    def __init__(self, labels: Path, models: Path | None, corpus: str | None, words: Words, own: Words) -> None:
        self.store = Store(labels)
        self.models = models or self.store.path.parent / MODELS
        self.corpus = corpus
        self.words, self.own = words, own
        try:
            self.known: dict[str, Mapping[str, Any]] = dict(self.store.load())
            if self.models.is_dir() and any(self.models.glob("*/meta.json")):
                weights.use_models(self.models)
        except (CorpusError, weights.ModelError) as error:
            fail(str(error), Exit.UNREADABLE)

    def read(self, files: Sequence[str], day: date | None) -> list[Annotation]:
        """Items of all files as camket judges them; the first file that can't be read ends the program."""
        return [annotation for path in files for annotation in self._read(path, day)]

    def _read(self, path: str, day: date | None) -> Iterator[Annotation]:
        from camket.api import check

        if path.endswith(".jsonl"):
            items = map(record_to_item, read_records(path, self.words))
            yield from analyse(replace(item, doc=item.doc or Path(path).name) for item in items)
            return
        if not Path(path).is_file():
            fail(self.words("no_file", path=path), Exit.UNREADABLE)
        try:
            yield from check(path, date=day).annotations
        except io.ReadError as error:
            fail(str(error), Exit.UNREADABLE)

    def ask(self, annotations: Sequence[Annotation], number: int, by: str, with_claims: bool) -> None:
        """Ask about the least certain items that have no label yet."""
        session = Session(rank(annotations, self.known), self.store, number)
        if not session.candidates:
            typer.echo(self.own("nothing_left"))
        try:
            Asker(Screen(self.words, self.own), read_key, by, with_claims).run(session)
        except OSError as error:
            fail(self.words("cannot_write", path=self.store.path, reason=error.strerror))
        self.known |= session.given
        typer.echo(self.own("stored", number=len(session.given), path=self.store.path, all=len(self.known)))

    def give(self, path: Path, annotations: Sequence[Annotation], number: int) -> None:
        """Write the least certain items as Label Studio tasks, and the interface beside them."""
        tasks, config = to_tasks(rank(annotations, self.known)[:number])
        interface = path.with_suffix(".xml")
        try:
            atomic_bytes(path, json.dumps(tasks, ensure_ascii=False).encode())
            atomic_bytes(interface, config.encode())
        except OSError as error:
            fail(self.words("cannot_write", path=path, reason=error.strerror))
        typer.echo(self.own("exported", number=len(tasks), path=path, config=interface))

    def take(self, path: Path, by: str) -> None:
        """Store the labels of a Label Studio export; all or, where one can't be used, none."""
        try:
            tasks = json.loads(path.read_text(encoding="utf-8-sig"))
            found, problems = from_tasks(tasks, by)
        except OSError:
            fail(self.words("no_file", path=path), Exit.UNREADABLE)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            fail(self.own("bad_tasks", path=path, reason=error), Exit.UNREADABLE)
        for problem in problems:
            fail(self.own("bad_label", name=problem.where, reason=problem.message))
        for label in found:
            self._append(label)
        say(self.own("imported", number=len(found), path=path, skipped=len(tasks) - len(found)))

    def _append(self, label: dict[str, Any]) -> None:
        try:
            self.store.append(label)
        except OSError as error:
            fail(self.words("cannot_write", path=self.store.path, reason=error.strerror))
        self.known[label["id"]] = label

    def wants_to_learn(self) -> bool:
        """Ask whether to learn now; never where there is nothing to learn from."""
        if not self.known:
            return False
        options = {"1": self.own("yes_plain"), "2": self.own("no_plain")}
        question = self.own("ask_retrain", all=len(self.known))
        return ask(question, options, "1", self.own("accept", answer=options["1"]), read_key) == "1"

    def learn(self, annotations: Sequence[Annotation]) -> None:
        """Learn from all stored labels."""
        if not self.known:
            fail(self.own("no_labels", path=self.store.path))
        learn(list(self.known.values()), annotations, self.models, self.corpus, self.words, self.own)
