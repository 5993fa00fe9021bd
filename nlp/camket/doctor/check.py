"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes
    ----------
    name : str
        What it is; with ``state`` the key of its message in the lexicon ``doctor``.
    state : {"ok", "note", "wrong"}
        "note" where something optional is missing, "wrong" where camket can't do its work.
    values : dict
        Fields of the message.
    """

    name: str
    state: Literal["ok", "note", "wrong"]
    values: dict[str, object] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Key of its message."""
        return f"{self.name}_{self.state}"
