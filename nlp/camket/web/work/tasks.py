"""What a reader process does: everything that opens a file that nobody vouches for, and everything that takes long.

A job is a tuple of the task's name and its arguments; the answer is ``("done", value)`` or ``("refused", code,
message)``.
Libraries are loaded when a task first needs them.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

from camket.io.errors import ReadError
from camket.records import Report
from camket.web.work import labels, pairing

Job = tuple[Any, ...]
Answer = tuple[Any, ...]
# Pages go before reading: a reader gives way to the server on a machine with few cores.
_MANNERS = 10
_quiet = False


def run(job: Job) -> Answer:
    """Do one job."""
    _give_way()
    name, *arguments = job
    try:
        return "done", TASKS[name](*arguments)
    except ReadError as error:
        return "refused", error.code, str(error)


def _give_way() -> None:
    global _quiet
    if not _quiet and hasattr(os, "nice"):
        os.nice(_MANNERS)
    _quiet = True


def read(data: bytes, name: str, kind: str = "auto", day: str = "") -> tuple[str, str, dict[str, int]]:
    """Kind of a document, its report as JSON, and counts for a list; ``day`` is the ISO date that anchors times."""
    from camket.api import check_document
    from camket.convert import to_dict
    from camket.io.reader import read_bytes

    when = date.fromisoformat(day) if day else None
    report = check_document(read_bytes(data, name), kind=kind, date=when)  # type: ignore[arg-type]
    if not report.annotations:
        raise ReadError("no_text", name=name)
    return report.kind, json.dumps(to_dict(report), ensure_ascii=False, separators=(",", ":")), _counts(report)


def warm_up() -> None:
    """Load everything that reading needs, so that the first document does not wait for it."""
    read("1. Trồng 5 ha rừng.".encode(), "a.txt")


def _counts(report: Report) -> dict[str, int]:
    verdicts = Counter(a.judgement.verdict_in_document for a in report.annotations)
    found = sum(len(a.findings) for a in report.annotations) + len(report.findings)
    return {
        "items": len(report.annotations), "commitments": len(report.annotations) - verdicts[None],
        "clear": verdicts["clear"], "incomplete": verdicts["incomplete"], "vague": verdicts["vague"],
        "findings": found, "is_word": int(report.document.format == "docx"),
    }  # fmt: skip


def export(format: str, data: bytes, report: str, language: str) -> bytes:
    """A report as a file: "docx" (the author's own with comments), "xlsx" or "html"."""
    from camket.convert import from_dict
    from camket.report.formats import OUTPUTS
    from camket.report.words import Words

    found = from_dict(Report, json.loads(report))
    words = Words("en" if language == "en" else "vi")
    if format == "docx":
        from camket.report.word import annotate_docx

        return annotate_docx(data, found, words)
    content = OUTPUTS[format].write([found], words)
    return content.encode() if isinstance(content, str) else content


TASKS: dict[str, Callable[..., Any]] = {
    "warm_up": warm_up,
    "read": read,
    "export": export,
    "match": pairing.match,
    "file_pair": pairing.file_pair,
    "file_one": pairing.file_one,
    "export_register": pairing.export_register,
    "export_pair": pairing.export_pair,
    "export_overview": pairing.export_overview,
    "rank": labels.rank_items,
    "label": labels.give_label,
}
