"""Records to and from dictionaries, JSON Lines and data frames: the one place where their outside form is made.

The JSON form is the record of the corpus guidelines (``corpus/GUIDELINES.md``): ``act``, ``target``, ``verdict``,
``times``, ``figures``, ``parties``, ``claims``, ``causes``. Everything camket adds stands under the key ``camket`` and
may be absent: ``verdict_in_document``, ``score``, ``criteria``, ``probabilities``, ``abstain``, ``reasons``,
``findings``, ``owner``, ``period``, ``headings``, ``section``, ``label``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import orjson

from camket import records as r

SCHEMA_VERSION = "1.0"
LABEL_FIELDS = ("act", "target", "verdict", "times", "figures", "parties", "claims", "causes", "camket")

T = TypeVar("T")
# Fields of the evidence records that belong to the guidelines' record; the others are ours and optional.
_CORE = {
    r.Time: ("start", "end", "role", "from_", "to", "bound", "rrule", "event"),
    r.Figure: ("start", "end", "low", "high", "of", "unit", "role"),
    r.Party: ("start", "end", "role"),
    r.Claim: ("start", "end", "result", "timing", "estimated"),
}
_PLAIN = frozenset([str, int, float, bool, type(None)])
_DATES = {"from_", "to", "date"}
_NESTED = {
    "cues": r.Cue, "reasons": r.Cue, "criteria": r.Criterion, "findings": r.Finding, "blocks": r.Block,
    "times": r.Time, "figures": r.Figure, "parties": r.Party, "claims": r.Claim, "annotations": r.Annotation,
    "position": r.Position, "owner": r.Inherited, "period": r.Inherited, "metadata": r.Metadata, "time": r.Time,
    "item": r.Item, "comments": r.Comment, "evidence": r.Evidence, "judgement": r.Judgement, "document": r.Document,
}  # fmt: skip


class RecordError(ValueError):
    """A record whose field is missing or malformed; ``field`` names it."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


def to_dict(record: Any) -> Any:
    """Turn a record of :mod:`camket.records` into plain dictionaries and lists; dates become ISO strings.

    Examples
    --------
    >>> to_dict(r.Cue(0, 5, "effort_verb"))
    {'start': 0, 'end': 5, 'label': 'effort_verb'}
    """
    kind = type(record)
    if kind in _PLAIN:
        return record
    if kind is date:
        return record.isoformat()
    if kind is tuple or kind is list:
        return [to_dict(part) for part in record]
    if kind is dict or isinstance(record, Mapping):
        return {key: to_dict(value) for key, value in record.items()}
    if isinstance(record, date):
        return record.isoformat()
    names, values = _reader(kind)
    found = values(record)
    if _PLAIN.issuperset(map(type, found)):
        return dict(zip(names, found, strict=True))
    return {name: v if type(v) in _PLAIN else to_dict(v) for name, v in zip(names, found, strict=True)}


@cache
def _reader(cls: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Outside names of a record class, and a function that gives their values."""
    names = _names(cls)
    return tuple(map(_outer, names)), attrgetter(*names)


def from_dict(cls: type[T], data: Mapping[str, Any]) -> T:
    """Build a record of class ``cls`` from the dictionary that :func:`to_dict` made.

    Raises
    ------
    RecordError
        Where a field is missing or has the wrong form.

    Examples
    --------
    >>> from_dict(r.Cue, {"start": 0, "end": 5, "label": "hedge"})
    Cue(start=0, end=5, label='hedge')
    """
    values = {}
    for name in _names(cls):
        if _outer(name) in data:
            values[name] = _inner(name, data[_outer(name)])
    try:
        return cls(**values)
    except TypeError as error:
        raise RecordError(f"{cls.__name__}: {error}", cls.__name__) from error


def core_dicts(records: Sequence[Any]) -> list[dict[str, Any]]:
    """The fields of evidence records of one kind that the guidelines define, and no others."""
    if not records:
        return []
    kind = type(records[0])
    names, values = _core_reader(kind)
    found = [dict(zip(names, values(record), strict=True)) for record in records]
    if kind is r.Time:
        for part in found:
            part["from"], part["to"] = _iso(part["from"]), _iso(part["to"])
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def flat_dicts(records: Sequence[Any]) -> list[dict[str, Any]]:
    """Dictionaries of records of one kind that hold nothing but numbers and strings (cues, criteria, findings)."""
    if not records:
        return []
    names, values = _reader(type(records[0]))
    return [dict(zip(names, values(record), strict=True)) for record in records]


@cache
def _core_reader(cls: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = _CORE[cls]
    return tuple(map(_outer, names)), attrgetter(*names)


def annotation_to_record(annotation: r.Annotation) -> dict[str, Any]:
    """Labels of one item as the guidelines' record has them, ours under ``camket``.

    Returns
    -------
    dict
        ``act``, ``target``, ``verdict``, ``times``, ``figures``, ``parties``, ``claims``, ``causes``, ``camket``.
    """
    evidence, judgement = annotation.evidence, annotation.judgement
    out: dict[str, Any] = {"act": judgement.act, "target": judgement.target, "verdict": judgement.verdict}
    for name, records in zip(_SPANS, _spans(evidence), strict=True):
        out[name] = core_dicts(records)
    out["causes"] = list(evidence.causes)
    out["camket"] = _extras({
        "verdict_in_document": judgement.verdict_in_document,
        "criteria": flat_dicts(judgement.criteria),
        "probabilities": judgement.probabilities,
        "abstain": judgement.abstain,
        "reasons": flat_dicts(judgement.reasons),
        "findings": flat_dicts(annotation.findings),
    })  # fmt: skip
    return out


_SPANS = ("times", "figures", "parties", "claims")
_spans = attrgetter(*_SPANS)


def json_line(record: Mapping[str, Any]) -> str:
    r"""A record as one line of JSON Lines, with its line end.

    Examples
    --------
    >>> json_line({"id": "x", "text": "Xong trước 30/6."})
    '{"id":"x","text":"Xong trước 30/6."}\n'
    """
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE).decode()
    except TypeError:
        # Whole numbers beyond 64 bits in fields of the user's own.
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def plain_to_record(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same record from an annotation that :func:`to_dict` has made plain, its parts side by side."""
    out: dict[str, Any] = {name: data.get(name) for name in ("act", "target", "verdict")}
    for name, cls in (("times", r.Time), ("figures", r.Figure), ("parties", r.Party), ("claims", r.Claim)):
        keys = _core_reader(cls)[0]
        out[name] = [{key: part[key] for key in keys} for part in data.get(name, ())]
    out["causes"] = list(data.get("causes", ()))
    out["camket"] = _extras(data)
    return out


_OURS = ("verdict_in_document", "criteria", "probabilities", "abstain", "reasons", "findings")


def _extras(data: Mapping[str, Any]) -> dict[str, Any]:
    """What camket adds to the guidelines' record; what is empty is left out."""
    extras = {name: value for name in _OURS if (value := data.get(name)) or value is False}
    if "criteria" in extras:
        extras["score"] = sum([r.POINTS[criterion["state"]] for criterion in extras["criteria"]])
    if "probabilities" in extras:
        extras["probabilities"] = {k: round(v, 6) for k, v in extras["probabilities"].items()}
    return extras


def record_to_item(record: Mapping[str, Any]) -> r.Item:
    """Read an item from a guidelines' record; any labels in it are ignored.

    Raises
    ------
    RecordError
        Where ``text`` or ``kind`` is missing, or ``date`` is no ISO date.

    Examples
    --------
    >>> record_to_item({"text": "Xong trước 30/6.", "kind": "commitment", "date": "2021-03-02"}).date
    datetime.date(2021, 3, 2)
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise RecordError("thiếu trường “text” hoặc trường này không phải là chuỗi", "text")
    kind = record.get("kind", "commitment")
    if kind not in ("commitment", "report"):
        raise RecordError("trường “kind” phải là “commitment” hoặc “report”", "kind")
    context = record.get("context")
    if context is not None and not isinstance(context, str):
        raise RecordError("trường “context” phải là chuỗi", "context")
    return r.Item(
        text, kind, _date(record.get("date")), context, id=str(record.get("id", "")), doc=str(record.get("doc", ""))
    )


def _date(value: Any) -> date | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise RecordError("trường “date” phải có dạng YYYY-MM-DD", "date") from error


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


def _outer(name: str) -> str:
    return "from" if name == "from_" else name


def _inner(name: str, value: Any) -> Any:
    if name in _DATES and isinstance(value, str):
        return date.fromisoformat(value)
    nested = _NESTED.get(name)
    if nested and isinstance(value, Mapping):
        return from_dict(nested, value)
    if isinstance(value, (list, tuple)):
        return tuple(from_dict(nested, v) if nested and isinstance(v, Mapping) else _inner("", v) for v in value)
    return value
