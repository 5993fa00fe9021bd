"""What an engine gives back instead of outcomes."""

from __future__ import annotations

from dataclasses import dataclass

from camket.batch.pool import Partition


@dataclass(frozen=True, slots=True)
class Lost:
    """A partition whose workers died each time it was tried."""

    partition: Partition
