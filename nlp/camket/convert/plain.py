"""Records to plain dictionaries and lists, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from camket import records as r
from camket.convert.errors import RecordError

T = TypeVar("T")
# Outside names of a record's fields, a function that gives their values, and the names of those that are not plain.
_Reader = tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[str, ...]]
_PLAIN = frozenset([str, int, float, bool, type(None)])
_DATES = {"from_", "to", "date"}
_NESTED = {
    "cues": r.Cue, "reasons": r.Cue, "criteria": r.Criterion, "findings": r.Finding, "blocks": r.Block,
    "times": r.Time, "figures": r.Figure, "parties": r.Party, "claims": r.Claim, "annotations": r.Annotation,
    "position": r.Position, "owner": r.Inherited, "period": r.Inherited, "metadata": r.Metadata, "time": r.Time,
    "item": r.Item, "comments": r.Comment, "evidence": r.Evidence, "judgement": r.Judgement, "document": r.Document,
}  # fmt: skip


def to_dict(record: Any) -> Any:
    """Turn a record of :mod:`camket.records` into plain dictionaries and lists; dates become ISO strings.

    Examples
    --------
    >>> from camket.records import Cue
    >>> to_dict(Cue(0, 5, "effort_verb"))
    {'start': 0, 'end': 5, 'label': 'effort_verb'}
    """
    kind: Any = type(record)
    if kind in _PLAIN:
        return record
    if kind is date:
        return record.isoformat()
    if kind is tuple or kind is list:
        return [to_dict(part) for part in record]
    how = _reader(kind)
    if how is None:
        return _other(record)
    names, values, deep = how
    found = dict(zip(names, values(record), strict=True))
    for name in deep:
        if (value := found[name]) is not None:
            found[name] = to_dict(value)
    return found


def _other(record: Any) -> Any:
    """The same of a mapping, and of a day that knows its hour."""
    if isinstance(record, Mapping):
        return {key: value if type(value) in _PLAIN else to_dict(value) for key, value in record.items()}
    if isinstance(record, date):
        return record.isoformat()
    raise TypeError(f"{type(record).__name__} is no record")


@cache
def _reader(cls: Any) -> _Reader | None:
    """How the values of a record class are read; None for what is no record."""
    if not is_dataclass(cls):
        return None
    names, hints = _names(cast(Any, cls)), get_type_hints(cls)
    deep = tuple(outer(name) for name in names if not _is_plain(hints[name]))
    return tuple(map(outer, names)), attrgetter(*names), deep


def _is_plain(hint: Any) -> bool:
    """Whether values of a type are numbers, strings, truth values or None."""
    if get_origin(hint) in (Union, UnionType):
        return all(map(_is_plain, get_args(hint)))
    return hint in _PLAIN or get_origin(hint) is Literal


def from_dict(cls: type[T], data: Mapping[str, Any]) -> T:
    """Build a record of class ``cls`` from the dictionary that :func:`to_dict` made.

    Raises
    ------
    RecordError
        Where a field is missing or has the wrong form.

    Examples
    --------
    >>> from camket.records import Cue
    >>> from_dict(Cue, {"start": 0, "end": 5, "label": "hedge"})
    Cue(start=0, end=5, label='hedge')
    """
    values = {}
    for name in _names(cast(Any, cls)):
        if outer(name) in data:
            values[name] = _inner(name, data[outer(name)])
    try:
        return cls(**values)
    except TypeError as error:
        raise RecordError(f"{cls.__name__}: {error}", cls.__name__) from error


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(f.name for f in fields(cls))


def outer(name: str) -> str:
    """The outside name of a field: "from" is a keyword in Python."""
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
