"""Learn from the user's labels and tell what has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import typer

from camket.cli.common import Exit, fail, say
from camket.labelling.compare import Changed, Told, changes, held_out, validation_scores
from camket.labelling.retrain import Learner
from camket.pipeline import analyse
from camket.records import Annotation
from camket.report.words import Words
from camket.scoring import store


def learn(
    labels: Sequence[Mapping[str, Any]], before: Sequence[Annotation], models: Path, corpus: str | None, words: Words,
    own: Words,
) -> None:  # fmt: skip
    """Fit models on the corpus and the labels, write them, and compare them with those in use until now.

    Parameters
    ----------
    labels : sequence of dict
        All that are stored.
    before : sequence of Annotation
        The items of the user's files, as judged until now.
    models : Path
        Folder to write.
    corpus : str, optional
        Folder of the corpus.
    words, own : Words
    """
    from camket.corpus import CorpusError, corpus_dir

    try:
        folder = corpus_dir(corpus)
    except CorpusError as error:
        fail(str(error), Exit.UNREADABLE)
    say(own("learning", all=len(labels)))
    start = perf_counter()
    learner = Learner(folder, labels)
    old = validation_scores(folder)
    told = held_out(learner)
    try:
        names = learner.write(models)
    except OSError as error:
        fail(words("cannot_write", path=models, reason=error.strerror))
    seconds = perf_counter() - start
    store.use_models(models)
    new = validation_scores(folder)
    after = list(analyse(annotation.item for annotation in before))
    typer.echo(own("learned", names=", ".join(names), path=models, seconds=f"{seconds:.0f}"))
    _scores(old, new, words, own)
    _held_out(told, own)
    _changes(changes(before, after), len(before), words, own)


def _scores(old: Sequence[Any], new: Sequence[Any], words: Words, own: Words) -> None:
    typer.echo(own("validation"))
    for a, b in zip(old, new, strict=True):
        numbers = {"before": a.value, "low": a.low, "high": a.high, "after": b.value, "low2": b.low, "high2": b.high}
        shown = {name: f"{value:.3f}" for name, value in numbers.items()}
        typer.echo(own("validation_row", metric=a.metric, **shown))


def _held_out(told: dict[str, list[Told]] | Any, own: Words) -> None:
    typer.echo(own("held_out"))
    for field, rows in told.items():
        before, after = sum(t.before == t.label for t in rows), sum(t.after == t.label for t in rows)
        typer.echo(own("held_out_row", field=field, number=len(rows), before=before, after=after))


def _changes(found: Sequence[Changed], total: int, words: Words, own: Words) -> None:
    if not found:
        typer.echo(own("unchanged"))
        return
    typer.echo(own("changed", number=len(found), all=total))
    for change in found:
        sides = {"before": _judged(change.before, words), "after": _judged(change.after, words)}
        typer.echo(own("changed_row", text=" ".join(change.after.item.text.split())[:90], **sides))


def _judged(annotation: Annotation, words: Words) -> str:
    judgement = annotation.judgement
    if judgement.verdict_in_document:
        return words(f"verdict_{judgement.verdict_in_document}")
    claims = [words(f"result_{claim.result}") for claim in annotation.evidence.claims]
    return ": ".join([words(f"act_{judgement.act}"), *([", ".join(claims)] if claims else [])])
