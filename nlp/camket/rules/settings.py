"""What a user may set about rules; made from ``camket.toml`` by :mod:`camket.config`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """Which rules run, how severe they are, and their thresholds.

    Attributes
    ----------
    disabled : frozenset of str
        Codes that stay silent.
    severities : mapping of str to str
        Severity by code, before the cap for text without its document.
    grace_days : int
        Days that a deadline may lie after the period of the document.
    max_tasks : int
        Figures promised in one item from which it holds several tasks.
    tolerance : float
        Share by which parts and whole may differ, for rounding.
    period : (date, date), optional
        First and last day of the period of the promises; by default what the document says.
    lower_is_better : tuple of str
        Further words for indicators that are better when lower.
    """

    disabled: frozenset[str] = frozenset()
    severities: Mapping[str, str] = field(default_factory=dict)
    grace_days: int = 31
    max_tasks: int = 5
    tolerance: float = 0.0005
    period: tuple[date, date] | None = None
    lower_is_better: tuple[str, ...] = ()


DEFAULT = Settings()
