"""camket beside duckling and dateparser on the published probe: values right, false alarms, speed.

    python tests/benchmarks/peers.py

The probe (``corpus/probe``) holds short texts, each with its date and the times or quantities in it; a third of them
hold none. The other tools need the extra ``peers``; a tool that is not installed is left out. They are read generously:

- of a quantity one end is enough ("ít nhất 45" is 45), a ratio may come as its quotient, units are not compared;
- bounds ("trước", "chậm nhất") are not compared; dateparser, which gives a day, need only fall into the period;
- a number that duckling takes for part of a time is no false alarm among quantities.

A value is right where a result overlaps the labelled one and says the same; a false alarm is a result that overlaps
none. Speed is characters of text a second of processor time, in one process, warm.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from camket.convert import record_to_item
from camket.pipes.figures import find_figures
from camket.pipes.source import Source
from camket.pipes.times import find_times

PROBE = Path(__file__).parents[2] / "corpus" / "probe"
SECONDS = 1.0  # each tool runs over the texts at least that long
Record = dict[str, Any]
Test = Callable[[Record], bool]


@dataclass(frozen=True)
class Result:
    """What a tool found: offsets, and a test whether a labelled value is the same."""

    start: int
    end: int
    says: Test


Tool = Callable[[Record], list[Result]]


def camket_times(record: Record) -> list[Result]:
    """Interval, recurrence or duration have to be equal."""
    found = find_times(Source(record_to_item(record)))
    return [Result(t.start, t.end, _same(_iso(t.from_), _iso(t.to), t.rrule, t.event)) for t in found]


def camket_figures(record: Record) -> list[Result]:
    """Both ends and the whole of a ratio have to be equal."""
    source = Source(record_to_item(record))
    found = find_figures(source, find_times(source))
    return [Result(f.start, f.end, _equal(f.low, f.high, f.of)) for f in found]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _same(first: str | None, last: str | None, rrule: str | None = None, event: str | None = None) -> Test:
    return lambda e: (e["from"], e["to"], e["rrule"], e["event"]) == (first, last, rrule, event)


def _equal(low: float | None, high: float | None, of: float | None) -> Test:
    return lambda e: (e["low"], e["high"], e["of"]) == (low, high, of)


def dateparser_times(record: Record) -> list[Result]:
    """A day for each stretch of text; their offsets are those of the stretches."""
    from dateparser.search import search_dates

    base = datetime.fromisoformat(record["date"])
    found, position = [], 0
    for words, moment in search_dates(record["text"], languages=["vi"], settings={"RELATIVE_BASE": base}) or ():
        start = record["text"].find(words, position)
        position = start + len(words)
        found.append(Result(start, position, _within(moment.date().isoformat())))
    return found


def _within(day: str) -> Test:
    return lambda e: bool(e["from"]) and e["from"] <= day <= e["to"]


@cache
def _zones() -> Any:
    import duckling

    return duckling.load_time_zones(str(files("tzdata") / "zoneinfo"))


def _duckling(record: Record, kinds: list[str]) -> list[dict[str, Any]]:
    import duckling

    moment = datetime.fromisoformat(record["date"]).replace(hour=5, tzinfo=UTC)
    anchor = duckling.parse_ref_time(_zones(), "Asia/Ho_Chi_Minh", int(moment.timestamp()))
    locale = duckling.parse_locale("VI", duckling.default_locale_lang(duckling.parse_lang("VI")))
    return duckling.parse(record["text"], duckling.Context(anchor, locale), duckling.parse_dimensions(kinds), False)


def duckling_times(record: Record) -> list[Result]:
    """Times with their grain made an interval, and durations."""
    found = _duckling(record, ["time", "duration"])
    return [Result(f["start"], f["end"], _time(f["value"], f["dim"])) for f in found]


def _time(value: dict[str, Any], kind: str) -> Test:
    if kind == "duration":
        unit = value["unit"]
        length = f"{value['value']}{unit[0].upper()}"
        return lambda e: e["event"] == ("PT" if unit in ("hour", "minute", "second") else "P") + length
    if value["type"] == "interval":
        ends = [value.get(end, {}) for end in ("from", "to")]
        first, last = (end.get("value", "")[:10] for end in ends)
        # An interval ends where the next day begins.
        before = (date.fromisoformat(last) - timedelta(days=1)).isoformat() if last else ""
        return lambda e: bool(e["from"]) and first in ("", e["from"]) and (last == e["to"] or before in ("", e["to"]))
    first = date.fromisoformat(value["value"][:10])
    return _same(first.isoformat(), (_next(first, value["grain"]) - timedelta(days=1)).isoformat())


def _next(day: date, grain: str) -> date:
    """The day after the period of a grain that begins on a day."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is None:
        return day + timedelta(days=7 if grain == "week" else 1)
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def duckling_figures(record: Record) -> list[Result]:
    """Numbers, measures and amounts of money; what it takes for a time is left out."""
    found = _duckling(record, ["time", "number", "quantity", "amount-of-money", "distance", "volume", "temperature"])
    numbers = [f for f in found if f["dim"] != "time"]
    return [Result(f["start"], f["end"], _number(list(_values(f["value"])))) for f in numbers]


def _values(value: dict[str, Any]) -> Iterator[float]:
    parts = [value, value.get("from", {}), value.get("to", {})]
    yield from (part["value"] for part in parts if isinstance(part.get("value"), int | float))


def _number(values: list[float]) -> Test:
    def says(expected: Record) -> bool:
        ends = [x for x in (expected["low"], expected["high"]) if x is not None]
        right = [*ends, *(x / expected["of"] for x in ends if expected["of"])]
        return any(abs(value - x) <= 1e-9 * max(1, abs(x)) for value in values for x in right)

    return says


TOOLS: dict[str, dict[str, Tool]] = {
    "times": {"camket": camket_times, "duckling": duckling_times, "dateparser": dateparser_times},
    "figures": {"camket": camket_figures, "duckling": duckling_figures},
}


def score(records: list[Record], tool: Tool) -> tuple[int, int]:
    """How many labelled values are right, and how many results are false alarms."""
    right = alarms = 0
    for record in records:
        found = tool(record)
        for expected in record["expected"]:
            right += any(_overlap(one, expected) and one.says(expected) for one in found)
        alarms += sum(not any(_overlap(one, expected) for expected in record["expected"]) for one in found)
    return right, alarms


def _overlap(one: Result, expected: Record) -> bool:
    return one.start < expected["end"] and expected["start"] < one.end


def speed(records: list[Record], tool: Tool) -> float:
    """Characters a second of processor time."""
    size = sum(len(record["text"]) for record in records)
    start, rounds = time.process_time(), 0
    while time.process_time() - start < SECONDS:
        for record in records:
            tool(record)
        rounds += 1
    return rounds * size / (time.process_time() - start)


def main() -> None:
    """Print one line for each tool."""
    for name, tools in TOOLS.items():
        lines = (PROBE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines]
        total = sum(len(record["expected"]) for record in records)
        print(f"{name}: {len(records)} texts, {total} values")
        for tool_name, tool in tools.items():
            try:
                right, alarms = score(records, tool)
            except ImportError:
                print(f"  {tool_name:10s} not installed")
                continue
            print(
                f"  {tool_name:10s} right {right:4d} ({right / total:6.1%})   false alarms {alarms:4d}"
                f"   {speed(records, tool):10,.0f} characters/s"
            )


if __name__ == "__main__":
    main()
