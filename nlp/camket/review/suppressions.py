"""Findings that a person has set aside, in a comment of the document or in a file beside it, always with a reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from camket.config.errors import ConfigError, message
from camket.records import Annotation, Document, Finding, Position, Report

# "camket: bỏ qua SP02, TG01 - đã giao chỉ tiêu tại Quyết định số 12"
_COMMENT = re.compile(
    r"^\s*camket\s*[:：]\s*(?:bỏ qua|ignore)\s+(?P<codes>[A-Z]{2}\d{2}(?:\s*,\s*[A-Z]{2}\d{2})*)(?P<reason>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD = " \t\n-–—:;,.()"


@dataclass(frozen=True, slots=True)
class Suppression:
    """One decision: the code, why, and where it holds.

    A place is a position in the file (from a comment), or a label, or the beginning of an item's text.
    """

    code: str
    reason: str
    where: str
    document: str = "*"
    label: str | None = None
    text: str | None = None
    position: Position | None = None

    def covers(self, annotation: Annotation | None, finding: Finding, document: str) -> bool:
        """Whether a finding is meant; without a place it holds for all of the document."""
        if finding.code != self.code or not fnmatch(document, self.document):
            return False
        if annotation is None:
            return self.label is None and self.text is None and self.position is None
        return self._at(annotation)

    def _at(self, annotation: Annotation) -> bool:
        item = annotation.item
        if self.position is not None:
            return _same_place(self.position, item.position)
        if self.label is not None and item.label.rstrip(".)") != self.label.rstrip(".)"):
            return False
        return self.text is None or _plain(item.text).startswith(_plain(self.text))


def from_comments(document: Document) -> list[Suppression]:
    """Decisions written as Word comments on the paragraph that they concern."""
    found = []
    for comment in document.comments:
        match = _COMMENT.match(comment.text)
        if match:
            reason = match["reason"].strip(_LEAD)
            where = f"{message('in_word')}: “{comment.text.strip()[:60]}”"
            codes = (code.strip().upper() for code in match["codes"].split(","))
            found += [Suppression(code, reason, where, position=comment.position) for code in codes]
    return found


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    code: str
    reason: str = ""
    document: str = "*"
    label: str | None = None
    text: str | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    suppress: list[_Entry] = []


def read_suppressions(path: str | Path) -> list[Suppression]:
    """Decisions of a TOML file: ``[[suppress]]`` with ``code``, ``reason`` and ``document``, ``label`` or ``text``.

    Raises
    ------
    ConfigError
        Where the file can't be read or has an unknown key.
    """
    path = Path(path)
    try:
        data = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise ConfigError(message("no_file", path=path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(message("not_toml", path=path, reason=error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        raise ConfigError(message("bad_value", key=key, reason=first["msg"]), key) from error
    places = (message("in_file", name=path.name, number=n) for n in range(1, len(data.suppress) + 1))
    return [
        Suppression(e.code.upper(), e.reason.strip(), place, e.document, e.label, e.text)
        for e, place in zip(data.suppress, places, strict=True)
    ]


def apply_suppressions(report: Report, suppressions: Sequence[Suppression]) -> tuple[Report, frozenset[Suppression]]:
    """Mark what was set aside; decisions without a reason have no effect and are named in the warnings.

    Returns
    -------
    report : Report
        With statuses and reasons.
    used : frozenset of Suppression
        Decisions that met a finding.
    """
    valid = [s for s in suppressions if s.reason]
    used: set[Suppression] = set()
    name = report.document.name

    def mark(annotation: Annotation | None, finding: Finding) -> Finding:
        hit = next((s for s in valid if s.covers(annotation, finding, name)), None)
        if hit is None:
            return finding
        used.add(hit)
        return replace(finding, status="suppressed", reason=hit.reason)

    return map_findings(report, mark), frozenset(used)


def complaints(
    suppressions: Sequence[Suppression], used: frozenset[Suppression], *, kind: Literal["unused", "no_reason"]
) -> list[str]:
    """Sentences on decisions that have no effect."""
    if kind == "no_reason":
        return [message("no_reason", code=s.code, where=s.where) for s in suppressions if not s.reason]
    return [message("unused", code=s.code, where=s.where) for s in suppressions if s.reason and s not in used]


def map_findings(report: Report, change: Callable[[Annotation | None, Finding], Finding]) -> Report:
    """A report whose findings have been changed one by one, in order, those of the document last."""
    if not report.findings and not any(a.findings for a in report.annotations):
        return report
    annotations = tuple(
        replace(a, findings=tuple(change(a, f) for f in a.findings)) if a.findings else a for a in report.annotations
    )
    return replace(report, annotations=annotations, findings=tuple(change(None, f) for f in report.findings))


def _same_place(one: Position, other: Position) -> bool:
    if one.table is not None:
        return (one.table, one.row) == (other.table, other.row)
    return one.paragraph is not None and one.paragraph == other.paragraph


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
