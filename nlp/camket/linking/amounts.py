"""Values with their units as calculations show them."""

from __future__ import annotations

from camket.pipes.figures.explain import number

_MONEY = (("tỷ đồng", 1e9), ("triệu đồng", 1e6))


def amount(value: float, unit: str | None) -> str:
    """A value with its unit; large sums of money in tỷ or triệu đồng.

    Examples
    --------
    >>> amount(7_140_000_000, "VND"), amount(14.0, "ha"), amount(91.8, "%")
    ('7,14 tỷ đồng', '14 ha', '91,8 %')
    """
    if unit != "VND":
        return f"{number(value)} {(unit or '').replace('VND', 'đồng')}".strip()
    name, size = next(((name, size) for name, size in _MONEY if abs(value) >= size), ("đồng", 1.0))
    return f"{number(round(value / size, 6))} {name}"
