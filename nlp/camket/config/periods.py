"""Read the period that a user sets."""

from __future__ import annotations

from datetime import date

from camket.config.errors import ConfigError, message
from camket.pipes import times
from camket.pipes.source import Source
from camket.records import Item


def read_period(value: str | None) -> tuple[date, date] | None:
    """First and last day of a period in words or in ISO form.

    Examples
    --------
    >>> read_period("2024-01-01/2024-06-30")[1], read_period("giai đoạn 2021-2025")[0]
    (datetime.date(2024, 6, 30), datetime.date(2021, 1, 1))
    """
    if value is None:
        return None
    try:
        first, last = (date.fromisoformat(part) for part in value.split("/"))
    except ValueError:
        found = times.find_times(Source(Item(value, "commitment")))
        if not found or found[0].from_ is None or found[0].to is None:
            raise ConfigError(message("bad_period", value=value), "period") from None
        first, last = found[0].from_, found[0].to
    return first, last
