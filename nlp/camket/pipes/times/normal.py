"""One line for a time's value, in standard notation."""

from __future__ import annotations

from camket.records import Time


def normal_form(time: Time) -> str:
    """The value of a time as one string.

    Intervals are written in the Extended Date/Time Format (ISO 8601-2:2019, level 0 and 1): ``start/end`` where the
    thing lies in the interval, ``../end`` for "before" and "by" (an end of its own day for "before" is written
    ``../<end``), ``start/..`` for "from". Recurrences are RFC 5545 rules, durations from an event ISO 8601 durations
    after the word ``event+``.

    Examples
    --------
    >>> from datetime import date
    >>> q3 = Time(0, 8, "deadline", date(2021, 7, 1), date(2021, 9, 30), "in")
    >>> normal_form(q3)
    '2021-07-01/2021-09-30'
    >>> from dataclasses import replace
    >>> normal_form(replace(q3, bound="by")), normal_form(replace(q3, bound="before"))
    ('../2021-09-30', '../<2021-07-01')
    """
    if time.rrule:
        return f"RRULE:{time.rrule}"
    if time.event:
        return f"event+{time.event}"
    if time.bound == "in":
        return f"{time.from_}/{time.to}"
    if time.bound == "from":
        return f"{time.from_}/.."
    return f"../{time.to}" if time.bound == "by" else f"../<{time.from_}"
