"""What must hold of one record beyond its shape: offsets, order, dates, and what follows from other labels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from camket.corpus.schema import SPAN_FIELDS, schema_errors

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong, and the record or file it is in."""

    where: str
    message: str


def check_item(item: Record) -> Iterator[Problem]:
    """Shape, offsets, order, dates and derived labels of one record."""
    where = str(item.get("id", "?"))
    errors = schema_errors(item)
    if not errors:
        errors = [*_label_errors(item), *_span_errors(item), *_time_errors(item)]
    yield from (Problem(where, error) for error in errors)


def derived_verdict(item: Record) -> str | None:
    """The verdict that follows from ``act``, ``target`` and the roles of the times.

    Examples
    --------
    >>> derived_verdict({"act": "commitment", "target": True, "times": [{"role": "reference"}]})
    'incomplete'
    """
    if item["act"] != "commitment":
        return None
    if not item["target"]:
        return "vague"
    return "clear" if any(time["role"] == "deadline" for time in item["times"]) else "incomplete"


def _label_errors(item: Record) -> Iterator[str]:
    if (item["target"] is None) != (item["act"] != "commitment"):
        yield "target is given for commitments, and only for them"
    if item["verdict"] != derived_verdict(item):
        yield f"verdict should be {derived_verdict(item)}"
    if item["act"] == "claim" and not item["claims"]:
        yield "a claim without an entry in claims"
    if item["act"] == "cause" and not item["causes"]:
        yield "a cause without an entry in causes"
    if len(set(item["causes"])) < len(item["causes"]):
        yield "a cause twice"
    if item["text"] != unicodedata.normalize("NFC", item["text"]).strip():
        yield "text is not NFC or has blanks around it"


def _span_errors(item: Record) -> Iterator[str]:
    for field in SPAN_FIELDS:
        end = 0
        for span in item[field]:
            if not end <= span["start"] < span["end"] <= len(item["text"]):
                yield f"{field}: {span['start']}-{span['end']} is out of order, empty, overlapping or outside the text"
            elif item["text"][span["start"] : span["end"]] != item["text"][span["start"] : span["end"]].strip():
                yield f"{field}: {span['start']}-{span['end']} has blanks around it"
            end = span["end"]
    for time in item["times"]:
        if any(time["start"] < figure["end"] and figure["start"] < time["end"] for figure in item["figures"]):
            yield f"times: {time['start']}-{time['end']} overlaps a figure"


def _time_errors(item: Record) -> Iterator[str]:
    yield from _day_errors("date", item["date"], item["date"])
    for number, time in enumerate(item["times"]):
        where = f"times.{number}"
        if (time["from"] is None) != (time["to"] is None):
            yield f"{where}: from and to go together"
        elif time["from"]:
            yield from _day_errors(where, time["from"], time["to"])
        if not (time["from"] or time["rrule"] or time["event"]):
            yield f"{where}: no value"
        if time["rrule"] and (time["from"] or time["event"]):
            yield f"{where}: a recurrence has neither from nor event"


def _day_errors(where: str, first: str, last: str) -> Iterator[str]:
    try:
        if date.fromisoformat(first) > date.fromisoformat(last):
            yield f"{where}: from is after to"
    except ValueError:
        yield f"{where}: no such day"
