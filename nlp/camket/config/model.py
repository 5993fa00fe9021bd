"""The shape of a configuration file."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SeverityName = Literal["info", "warning", "error"]


class Section(BaseModel):
    """A table of the file; a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Rules(Section):
    """Which rules run: codes ("SP02"), names ("effort-verb-only") or the two letters of a group ("TN").

    ``packs`` names installed rule packs (entry points of the group ``camket.rules``).
    """

    enable: list[str] = []
    disable: list[str] = []
    packs: list[str] = []


class Thresholds(Section):
    """Numbers that rules compare with; see the pages of the rules."""

    grace_days: int = Field(31, ge=0, le=3660)
    max_tasks: int = Field(5, ge=2, le=100)
    tolerance: float = Field(0.0005, ge=0, le=0.5)


class OwnUnit(Section):
    """A unit of measure: how it is spelt, what it measures, its size in the base unit of that dimension."""

    spellings: list[str] = Field(min_length=1)
    dimension: str = "count"
    scale: float | None = Field(None, gt=0)
    sign: str = ""


class Config(Section):
    """A whole configuration.

    Examples
    --------
    >>> Config.model_validate({"rules": {"disable": ["NG04"]}, "severity": {"TG02": "info"}}).thresholds.grace_days
    31
    """

    rules: Rules = Rules()
    severity: dict[str, SeverityName] = {}
    thresholds: Thresholds = Thresholds()
    period: str | None = None
    lexicon: dict[str, list[str]] = {}
    units: dict[str, OwnUnit] = {}
    lower_is_better: list[str] = []
    fail_on: Literal["vague", "incomplete", "never", "info", "warning", "error"] | None = None
    suppressions: str | None = None
    baseline: str | None = None
    models: str | None = None
