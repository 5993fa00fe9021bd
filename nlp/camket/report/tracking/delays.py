"""Causes of delay as a report gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from camket.audit.delays import Delay
from camket.report.tracking.dossier import Table, columns
from camket.report.words import Words


def cause_text(delay: Delay, words: Words) -> str:
    """Classes of a delay and whether the text calls it objective or subjective."""
    classes = ", ".join(words(f"cause_{cause}") for cause in delay.causes)
    kind = words(f"kind_{delay.kind}" if delay.stated else "kind_unstated", kind=words(f"kind_{delay.kind}"))
    return f"{classes} ({kind})"


def delay_table(delays: Sequence[Delay], texts: Mapping[str, str], words: Words) -> Table:
    """One row for each item that gives a cause."""
    heads = columns(
        words, ("text", 60, "text"), ("causes", 30, "text"), ("new_deadline", 14, "date"), ("owner", 14, "short")
    )
    rows = tuple(
        (texts[d.item], cause_text(d, words), d.new_deadline, words("named" if d.has_owner else "not_named"))
        for d in delays
    )
    return Table("delays", words("title_delays"), heads, rows)


def delay_lines(delays: Sequence[Delay], texts: Mapping[str, str], words: Words) -> str:
    """The same for a terminal; empty where no cause is given."""
    if not delays:
        return ""
    lines = [
        f"  - {texts[d.item]}\n      {cause_text(d, words)}; " + _what_follows(d, words) for d in delays
    ]  # fmt: skip
    return "\n".join(["", f"{words('title_delays')} ({len(delays)}):", *lines, ""])


def _what_follows(delay: Delay, words: Words) -> str:
    day = words("until", date=words.day(delay.new_deadline)) if delay.new_deadline else words("no_new_deadline")
    return f"{day}; {words('with_owner' if delay.has_owner else 'without_owner')}"
