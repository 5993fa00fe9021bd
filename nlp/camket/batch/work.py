"""The one function that every engine runs: a partition of documents in, their outcomes out.

It reads no file and knows no engine, so that a process, a Dask task and a Spark task give the same answer.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from camket.batch.options import Options, program
from camket.io import ReadError
from camket.records import Report

if TYPE_CHECKING:
    from camket.config import Loaded

# Reasons that another machine, or the same one later, may not meet again.
PASSING = frozenset({"needs_office", "image_only", "too_slow", "crashed", "internal", "other_version"})

LEVELS = ("vague", "incomplete", "info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Payload:
    """A document as bytes; ``key`` names its content and the run's options, ``suffix`` is the ending of its name."""

    key: str
    suffix: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document; holds no name, so that copies of a file share it.

    Attributes
    ----------
    key : str
        As in the payload.
    code : str
        "" where it was read, else why not: a code of :class:`camket.io.ReadError`, "no_items", "internal" or
        "other_version".
    details : dict
        Values for the code's message.
    kind, date, issuer : str
        Of the document; "" where it does not say.
    warnings : tuple of str
        As in :class:`camket.records.Report`.
    lines, rows : tuple of str
        One JSON object and one CSV row an item, without the document's name.
    fails : tuple of str
        Levels of :func:`camket.review.failing` at which the document fails.
    counts : dict
        How many items by ``"field/what"``, where what is an act, or a verdict of a commitment.
    """

    key: str
    code: str = ""
    details: dict[str, Any] = field(default_factory=dict)
    kind: str = ""
    date: str = ""
    issuer: str = ""
    warnings: tuple[str, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)
    rows: tuple[str, ...] = field(default=(), repr=False)
    fails: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """As plain values, without what is empty."""
        return {k: v for k, v in asdict(self).items() if v not in ("", (), {})}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Outcome:
        """Read what :meth:`to_dict` made and JSON kept."""
        known = {f.name for f in fields(cls)}
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items() if k in known}
        return cls(**values)


def key_of(data: bytes, suffix: str, fingerprint: str) -> str:
    """Name a document by its content, its ending (which tells text formats apart) and the run's fingerprint."""
    return hashlib.sha256(f"{fingerprint};{suffix};".encode() + hashlib.sha256(data).digest()).hexdigest()


def check_partition(options: Options, partition: Sequence[Payload]) -> list[Outcome]:
    """Read and judge some documents; one that fails does not stop the others.

    Parameters
    ----------
    options : Options
        How to judge.
    partition : sequence of Payload
        The documents.

    Returns
    -------
    list of Outcome
        One a document, in order. Nothing is raised for a document, whatever it holds. A worker whose camket is not the
        one that asked refuses: results of two versions must not be mixed.
    """
    if options.program not in ("", program()):
        return [Outcome(payload.key, "other_version") for payload in partition]
    return [_check(options, payload) for payload in partition]


def _check(options: Options, payload: Payload) -> Outcome:
    from camket.api import check_document
    from camket.io import read_bytes

    try:
        document = read_bytes(payload.data, f"x{payload.suffix}")
        loaded = _configuration(options.config)
        report = check_document(
            document, kind=options.kind, date=options.date, settings=loaded.settings, registry=loaded.registry
        )
        return _outcome(payload.key, report)
    except ReadError as error:
        return Outcome(payload.key, error.code, {k: v for k, v in error.details.items() if k != "name"})
    except Exception as error:  # a flaw of ours must not stop a run of thousands
        # Only the kind of error is kept: its message may quote the document.
        return Outcome(payload.key, "internal", {"error": type(error).__name__})


@cache
def _configuration(config: str) -> Loaded:
    """Load a configuration once a process: own words and units stay in its finders."""
    from camket.config import load_config

    return load_config(json.loads(config))


def _outcome(key: str, report: Report) -> Outcome:
    from camket.batch.rendering import csv_rows, json_lines
    from camket.review import failing

    if not report.annotations:
        return Outcome(key, "no_items")
    return Outcome(
        key,
        kind=report.kind,
        date=report.date.isoformat() if report.date else "",
        issuer=report.document.metadata.issuer or "",
        warnings=report.warnings,
        lines=json_lines(report),
        rows=csv_rows(report),
        fails=tuple(level for level in LEVELS if failing(report, level)),
        counts=_counts(report),
    )


def _counts(report: Report) -> dict[str, int]:
    from camket.pipes.fields import find_field

    title = report.document.metadata.title or ""
    found: Counter[str] = Counter()
    for annotation in report.annotations:
        judgement = annotation.judgement
        name = find_field(annotation.item, title)
        found[f"{name}/{judgement.act}"] += 1
        if judgement.verdict_in_document:
            found[f"{name}/{judgement.verdict_in_document}"] += 1
    return dict(sorted(found.items()))
