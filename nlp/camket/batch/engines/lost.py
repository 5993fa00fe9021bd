"""What an engine gives back instead of outcomes, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass

from camket.batch.pool import Partition


@dataclass(frozen=True, slots=True)
class Lost:
    """A partition whose workers died each time it was tried."""

    partition: Partition


class EngineError(RuntimeError):
    """Workers run, but can't do the work at all: camket is not installed there, say. The message is one line."""
