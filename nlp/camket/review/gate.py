"""When a run fails."""

from __future__ import annotations

from camket.records import Annotation, Report
from camket.review.baseline import every_finding

_VERDICTS = {"vague": {"vague"}, "incomplete": {"vague", "incomplete"}}
_ORDER = ("info", "warning", "error")


def failing(report: Report, level: str) -> bool:
    """Whether a report fails at a level.

    Parameters
    ----------
    report : Report
        With findings marked as set aside or accepted.
    level : str
        "vague" or "incomplete": an item whose verdict in the document is that bad, unless all its warnings are set
        aside or accepted. "info", "warning", "error": an open finding of at least that severity. "never": none.
    """
    if level in _VERDICTS:
        return any(a.judgement.verdict_in_document in _VERDICTS[level] and not _settled(a) for a in report.annotations)
    if level not in _ORDER:
        return False
    least = _ORDER.index(level)
    return any(f.status == "open" and _ORDER.index(f.severity) >= least for _, f in every_finding(report))


def _settled(annotation: Annotation) -> bool:
    """Whether a person has seen to every warning of an item, and there were some."""
    statuses = [f.status for f in annotation.findings if f.severity != "info"]
    return bool(statuses) and "open" not in statuses
