"""Say in plain Vietnamese how a figure was read."""

from __future__ import annotations

from typing import Final

from camket.lexicons import lexicon
from camket.records import Figure

_TEXTS: Final[dict[str, str]] = lexicon("figures")["explanation"]
WARNINGS: Final[dict[str, str]] = lexicon("figures")["warnings"]


def explain(figure: Figure, text: str) -> str:
    """One sentence on a figure: what it was read as, its role, and what should be checked.

    Parameters
    ----------
    figure : Figure
        A figure of the text.
    text : str
        The item's text, which the figure's offsets refer to.

    Examples
    --------
    >>> explain(Figure(4, 14, 12500000.0, None, None, "VND/người", "target"), "đạt trên 12,5 triệu đồng/người")
    '“trên 12,5 ” = từ 12.500.000 trở lên VND/người; vai trò: chỉ tiêu'
    >>> text = "16/25 chỉ tiêu"
    >>> explain(Figure(0, 14, 16.0, 16.0, 25.0, "chỉ tiêu", "actual"), text)
    '“16/25 chỉ tiêu” = 16 trên tổng số 25 chỉ tiêu; vai trò: kết quả'
    """
    parts = [f"“{text[figure.start : figure.end]}” = {_value(figure)}"]
    if figure.estimated:
        parts.append(_TEXTS["estimated"])
    if figure.base is not None:
        parts.append(_TEXTS["base"].format(base=text[slice(*figure.base)]))
    parts.append(_TEXTS["role"].format(role=_TEXTS[figure.role]))
    return "; ".join([*parts, *(WARNINGS[code] for code in figure.warnings)])


def _value(figure: Figure) -> str:
    low, high, of = (None if x is None else number(x) for x in (figure.low, figure.high, figure.of))
    if figure.unit == "hạng" and of is not None:
        return _TEXTS["rank"].format(low=low or high, of=of)
    kind = "floor" if high is None else "ceiling" if low is None else "exact" if low == high else "range"
    parts = [_TEXTS[kind].format(low=low, high=high)]
    if of is not None:
        parts.append(_TEXTS["whole"].format(of=of))
    return " ".join([*parts, figure.unit or ""]).strip()


def number(value: float) -> str:
    """Write a number the Vietnamese way.

    Examples
    --------
    >>> number(3655600000000.0), number(12.5), number(-0.25)
    ('3.655.600.000.000', '12,5', '-0,25')
    """
    plain = f"{value:,.6f}".rstrip("0").rstrip(".")
    return plain.translate(str.maketrans(",.", ".,"))
