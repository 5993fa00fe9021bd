"""The corpus as Label Studio tasks and back, so that inspectors can label in a browser.

A task holds one item; its annotation holds the act, the target and the causes as choices, and a region for each span
with its values beside it. Label Studio counts UTF-16 units, the corpus code points: offsets are turned both ways. The
verdict is not asked for, it follows from the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args
from xml.sax.saxutils import quoteattr

from camket import records
from camket.corpus.schema import SPAN_FIELDS
from camket.corpus.spans import LABELS, META, ORDER, make_record, make_span, values

Record = Mapping[str, Any]
_CLOSED = {
    "bound": get_args(records.Bound), "timing": records.TIMINGS, "estimated": ("true", "false"),
}  # fmt: skip
_SPAN_LABELS = {
    "times": get_args(records.TimeRole), "figures": get_args(records.FigureRole),
    "parties": get_args(records.PartyRole), "claims": records.RESULTS,
}  # fmt: skip
_ITEM_CHOICES = {"act": records.ACTS, "target": ("true", "false"), "causes": records.CAUSES}


def to_task(record: Record) -> dict[str, Any]:
    """A labelled record as a task with one annotation."""
    data = {name: record[name] for name in META if name in record}
    result = list(_item_results(record))
    for field in SPAN_FIELDS:
        for number, span in enumerate(record[field]):
            result += _span_results(record["text"], field, number, span)
    return {"data": {**data, "text": record["text"]}, "annotations": [{"result": result}]}


def from_task(task: Record) -> dict[str, Any]:
    """The record of a task's last annotation that was not cancelled.

    Raises
    ------
    ValueError
        Where the task has no annotation.
    """
    done = [made for made in task.get("annotations", ()) if not made.get("was_cancelled")]
    if not done:
        raise ValueError(f"task {task['data'].get('id')!r} has no annotation")
    text, choices = task["data"]["text"], {}
    regions: dict[str, dict[str, Any]] = {}
    for part in done[-1]["result"]:
        if part["from_name"] in _ITEM_CHOICES:
            choices[part["from_name"]] = part["value"]["choices"]
        else:
            _collect(regions.setdefault(part["id"], {}), part)
    spans: dict[str, list[dict[str, Any]]] = {field: [] for field in SPAN_FIELDS}
    for region in regions.values():
        start, end = _code_points(text, region["start"]), _code_points(text, region["end"])
        spans[region["field"]].append(make_span(region["field"], start, end, region["label"], region["values"]))
    target = choices.get("target", [None])[0]
    labels = {
        "act": choices.get("act", ["other"])[0],
        "target": None if target is None else target == "true",
        "causes": choices.get("causes", []),
    }
    return make_record(task["data"], text, labels, spans)


def config() -> str:
    """The labelling interface for a Label Studio project with these tasks."""
    lines = ["<View>", '  <Header value="$context"/>', '  <Text name="text" value="$text"/>']
    for name, options in _ITEM_CHOICES.items():
        choice = "multiple" if name == "causes" else "single"
        lines += _choices(name, options, f'choice="{choice}"')
    for field, labels in _SPAN_LABELS.items():
        lines.append(f'  <Labels name="{field}" toName="text">')
        lines += [f"    <Label value={quoteattr(label)}/>" for label in labels]
        lines.append("  </Labels>")
    for name, field in _value_names():
        shown = f'perRegion="true" whenTagName="{field}"'
        if name in _CLOSED:
            lines += _choices(name, _CLOSED[name], shown)
        else:
            lines.append(f'  <TextArea name="{name}" toName="text" {shown} maxSubmissions="1"/>')
    return "\n".join([*lines, "</View>", ""])


def _value_names() -> Iterator[tuple[str, str]]:
    for field, names in ORDER.items():
        yield from ((name, field) for name in names[2:] if name != LABELS[field])


def _choices(name: str, options: tuple[str, ...], attributes: str) -> list[str]:
    inner = [f"    <Choice value={quoteattr(option)}/>" for option in options]
    return [f'  <Choices name="{name}" toName="text" {attributes}>', *inner, "  </Choices>"]


def _item_results(record: Record) -> Iterator[dict[str, Any]]:
    for name in _ITEM_CHOICES:
        chosen = record[name] if name == "causes" else [record[name]]
        chosen = [json.dumps(value) if isinstance(value, bool) else value for value in chosen if value is not None]
        if chosen:
            yield {"from_name": name, "to_name": "text", "type": "choices", "value": {"choices": chosen}}


def _span_results(text: str, field: str, number: int, span: Record) -> Iterator[dict[str, Any]]:
    place = {"start": _units(text, span["start"]), "end": _units(text, span["end"])}
    common = {"id": f"{field}-{number}", "to_name": "text"}
    quoted = text[span["start"] : span["end"]]
    region = {**place, "text": quoted, "labels": [span[LABELS[field]]]}
    yield {**common, "from_name": field, "type": "labels", "value": region}
    for name, value in values(field, span).items():
        if value is None:
            continue
        shown = value if isinstance(value, str) else json.dumps(value)
        kind, key = ("choices", "choices") if name in _CLOSED else ("textarea", "text")
        yield {**common, "from_name": name, "type": kind, "value": {**place, key: [shown]}}


def _collect(region: dict[str, Any], part: Record) -> None:
    value = part["value"]
    if part["type"] == "labels":
        region |= {"field": part["from_name"], "label": value["labels"][0]}
        region |= {edge: value[edge] for edge in ("start", "end")}
        region.setdefault("values", {})
    else:
        given = (value.get("choices") or value.get("text"))[0]
        region.setdefault("values", {})[part["from_name"]] = _parsed(part["from_name"], given)


def _parsed(name: str, given: str) -> Any:
    return json.loads(given) if name in ("low", "high", "of", "estimated") else given


def _units(text: str, offset: int) -> int:
    return len(text[:offset].encode("utf-16-le")) // 2


def _code_points(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))
