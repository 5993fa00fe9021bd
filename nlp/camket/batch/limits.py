"""How much one run takes on before it passes something over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WalkLimits:
    """Caps of a walk; sizes in bytes.

    ``ratio`` is a zip member's unpacked size over its packed one, looked at only where it unpacks to more than
    ``ratio_from`` bytes: text packs well, bombs better.
    """

    depth: int = 50
    members: int = 20_000
    unpacked_size: int = 5_000_000_000
    ratio: int = 120
    ratio_from: int = 8_000_000


WALK = WalkLimits()
# One partition: enough documents to make a message worth its while, few enough bytes to keep memory flat.
PARTITION_DOCUMENTS = 16
PARTITION_BYTES = 4_000_000
# A document that takes longer has hung; a long scan read by OCR stays well below.
SECONDS_PER_DOCUMENT = 1800.0
# Loading libraries, on a busy machine with a slow disk.
SECONDS_TO_START = 120.0
# A worker that has grown beyond this is replaced, in bytes.
WORKER_MEMORY = 350_000_000
