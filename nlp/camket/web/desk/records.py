"""What lies on a desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

State = Literal["waiting", "read", "failed"]
Ruling = Literal["agreed", "dismissed"]
RULINGS: tuple[Ruling, ...] = ("agreed", "dismissed")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document on the desk without its content; ``message`` says why it could not be read."""

    id: str
    name: str
    size: int
    added: str
    state: State
    kind: str = ""
    message: str = ""
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def is_word(self) -> bool:
        """Whether it can be given back as a Word file."""
        return self.counts.get("is_word", 0) == 1


@dataclass(frozen=True, slots=True)
class Decision:
    """What an inspector decided on a finding: it is right, or it is set aside for a reason."""

    finding: str
    ruling: Ruling
    reason: str
