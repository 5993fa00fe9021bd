"""The part of ``camket check`` that screens folders: progress, summary, exit code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from camket.batch import Options, Screening, WorkerStartError, is_zip, plan, screen
from camket.batch.engines import EngineError, MissingEngineError
from camket.batch.ledger import LedgerInUseError
from camket.batch.run import Progress
from camket.batch.runner import OutputExistsError
from camket.batch.summary import COLUMNS, numbers
from camket.cli.common import Exit, fail, say
from camket.config import Loaded
from camket.report.words import Language, Words

# A table on the screen is to be read; all organisations stand in summary.csv.
_ROWS = 20
# What ends a run before its end, and the message for it.
_MESSAGES = {
    OutputExistsError: "exists",
    LedgerInUseError: "in_use",
    MissingEngineError: "missing_engine",
    EngineError: "engine_fails",
    WorkerStartError: "cannot_start",
    ValueError: "bad_engine",
    OSError: "cannot_write",
}


@dataclass(frozen=True, slots=True)
class How:
    """How a run is done; see :func:`camket.batch.screen`.

    ``dry_run`` lists what would be read, and reads nothing; ``level`` is what makes the exit code 1
    (:func:`camket.review.failing`).
    """

    jobs: int = 1
    resume: bool = False
    dry_run: bool = False
    engine: str = "pool"
    level: str = "vague"


def is_batch(places: Sequence[str], jobs: int, resume: bool, dry_run: bool, engine: str) -> bool:
    """Whether what was asked for is a run over folders rather than the reading of some files."""
    return jobs > 1 or resume or dry_run or engine != "pool" or any(Path(p).is_dir() or is_zip(p) for p in places)


def refuse_decisions(
    loaded: Loaded, suppressions: str | None, baseline: str | None, write_baseline: str | None, language: Language
) -> None:
    """End a run over folders that asks for decisions on single findings: those belong to single documents."""
    set_up = loaded.config.suppressions or loaded.config.baseline
    if suppressions or baseline or write_baseline or set_up:
        fail(Words(language, "batch")("no_decisions"))


def run_batch(places: Sequence[str], out: str | None, options: Options, how: How, language: Language) -> Exit:
    """Screen folders and say what came of it.

    Parameters
    ----------
    places, out, options
        See :func:`camket.batch.screen`.
    how : How
        How to run.
    language : {"vi", "en"}
        Language of the messages.
    """
    words = Words(language, "batch")
    for place in places:
        if not Path(place).exists():
            fail(words("needs_folder", path=place), Exit.UNREADABLE)
    if how.dry_run:
        return _dry_run(places, out, options, words)
    if not out:
        fail(words("needs_out"))
    result = _screen(places, out, options, how, words)
    if not result.documents:
        say(words("nothing"))
        return Exit.UNREADABLE
    _tell(result, out, words)
    if result.summary.failures:
        return Exit.UNREADABLE
    return Exit.FINDINGS if result.summary.fails[how.level] else Exit.CLEAN


def _screen(places: Sequence[str], out: str, options: Options, how: How, words: Words) -> Screening:
    try:
        with _progress(words) as progress:
            return screen(
                places,
                out,
                options,
                jobs=how.jobs,
                resume=how.resume,
                engine=how.engine,
                words=words,
                progress=progress,
            )
    except KeyboardInterrupt:
        say(words("stopped"))
        raise typer.Exit(130) from None
    except tuple(_MESSAGES) as error:
        key = next(_MESSAGES[kind] for kind in type(error).__mro__ if kind in _MESSAGES)
        reason = error.strerror if isinstance(error, OSError) else error
        fail(words(key, path=out, engine=how.engine.partition("=")[0], reason=reason))


@contextmanager
def _progress(words: Words) -> Iterator[Progress | None]:
    """A bar with the time left where somebody looks; nothing in a log."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(words("reading"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _dry_run(places: Sequence[str], out: str | None, options: Options, words: Words) -> Exit:
    counts: Counter[str] = Counter()
    for entry, state in plan(places, out, options):
        counts[state] += 1
        counts["size"] += entry.size
        size = f"{-(-entry.size // 1000):>7}"
        typer.echo(words("plan_file", state=words(f"state_{state}"), size=size, name=entry.name))
    documents = counts["new"] + counts["done"] + counts["bad"]
    size = words.number(round(counts["size"] / 1e6, 1))
    typer.echo(words("plan_total", documents=documents, size=size, **{s: counts[s] for s in ("new", "done", "bad")}))
    return Exit.CLEAN if documents else Exit.UNREADABLE


def _tell(result: Screening, out: str, words: Words) -> None:
    summary = result.summary
    typer.echo(words("by_organisation"))
    shown = sorted(summary.organisations.items(), key=lambda pair: -pair[1]["vague"])
    _table([(name or words("unknown_organisation"), counts) for name, counts in shown[:_ROWS]], words)
    if len(shown) > _ROWS:
        typer.echo(words("more", number=len(shown) - _ROWS))
    typer.echo("\n" + words("by_field"))
    fields = sorted(summary.fields.items(), key=lambda pair: -pair[1]["vague"])
    _table([(words(f"field_{name}"), counts) for name, counts in fields], words)
    total = {name: summary.total[name] for name in ("items", "clear", "incomplete", "vague")}
    typer.echo("\n" + words("finished", documents=result.documents, reused=result.reused, path=out,
                            commitments=summary.total["commitment"], **total))  # fmt: skip
    if unread := summary.failures.total():
        say(words("unread", number=unread))


def _table(rows: list[tuple[str, Counter[str]]], words: Words) -> None:
    titles = [words(f"column_{column}") for column in COLUMNS]
    width = max((len(name) for name, _ in rows), default=0)
    typer.echo(" " * width + "".join(f"  {title:>9}" for title in titles))
    for name, counts in rows:
        typer.echo(f"{name:<{width}}" + "".join(f"  {number:>9}" for number in numbers(counts)))
