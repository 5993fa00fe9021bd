"""What a section of a document is for, told from its heading."""

from __future__ import annotations

import re
from functools import cache

from camket.text.resources import load_toml


@cache
def section_role(heading: str) -> str | None:
    """Role of the section under a heading, or None where the heading doesn't say.

    Returns
    -------
    str or None
        "purpose", "general_goal", "goals", "tasks", "organisation", "situation", "results", "shortcomings", "causes",
        "lessons", "directions" or "proposals".

    Examples
    --------
    >>> [section_role(h) for h in ("MỤC ĐÍCH, YÊU CẦU", "Nguyên nhân chủ quan", "PHƯƠNG HƯỚNG NĂM 2025", "Kinh tế")]
    ['purpose', 'causes', 'directions', None]
    """
    return next((name for name, pattern in _roles() if pattern.search(heading)), None)


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    roles = load_toml("items_sections.toml")["role"]
    return tuple((role["name"], re.compile("|".join(role["headings"]), re.IGNORECASE)) for role in roles)
