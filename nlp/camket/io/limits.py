"""How much of a file is read before giving up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps of one reading; sizes in bytes, time in seconds.

    Attributes
    ----------
    file_size, unpacked_size, part_size : int
        Bytes of a file, of all it unpacks to, and of one part of it.
    ratio, ratio_from : int
        Unpacked size over packed size, looked at only where more than ``ratio_from`` bytes unpack.
    parts, pages, cells, characters : int
        Numbers of each in one file.
    depth : int
        Levels of nested elements.
    seconds, ocr_seconds_per_page : float
        Time for a file, and for one scanned page.
    """

    file_size: int = 50_000_000
    unpacked_size: int = 300_000_000
    part_size: int = 80_000_000
    ratio: int = 120
    ratio_from: int = 8_000_000
    parts: int = 5_000
    pages: int = 500
    cells: int = 300_000
    characters: int = 20_000_000
    depth: int = 60
    seconds: float = 60.0
    ocr_seconds_per_page: float = 60.0


LIMITS = Limits()
