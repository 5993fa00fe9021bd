"""What a server is told when it starts, and how much it takes on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Caps:
    """Limits of one server; sizes in bytes, times in seconds.

    ``file_size``, ``request_size`` and ``files`` bound one upload, ``form_size`` any other form, ``seconds_to_send``
    the time a visitor takes to send a body. ``documents`` and ``owner_size`` bound what one visitor keeps, ``waiting``
    the documents that queue for a reader, ``seconds_per_document`` the time a reader has. ``days_kept`` is how long a
    document that nobody opens stays.
    """

    file_size: int = 25_000_000
    request_size: int = 100_000_000
    form_size: int = 100_000
    files: int = 20
    seconds_to_send: float = 120.0
    seconds_per_document: float = 600.0
    documents: int = 300
    owner_size: int = 1_000_000_000
    waiting: int = 200
    days_kept: int = 60


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server listens and where it keeps its work.

    Parameters
    ----------
    folder : Path
        The one folder in which anything is written.
    host : str
        Address to listen on.
    port : int
        Port to listen on.
    token : str, optional
        What a visitor has to show; needed where others than this machine can reach the server.
    names : tuple of str
        Further host names under which the server may be reached.
    caps : Caps
        Limits.
    readers : int
        Processes that read documents.
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 8321
    token: str | None = None
    names: tuple[str, ...] = ()
    caps: Caps = Caps()
    readers: int = max(1, min(4, (os.cpu_count() or 2) - 1))

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in LOOPBACK

    @property
    def register(self) -> Path:
        """The register of commitments over the years."""
        return self.folder / "so-theo-doi.sqlite"

    @property
    def desk(self) -> Path:
        """The documents under review, with what was decided on them."""
        return self.folder / "ban-lam-viec.sqlite"

    @property
    def labels(self) -> Path:
        """Labels given by hand, one JSON object a line."""
        return self.folder / "camket-labels.jsonl"

    @property
    def scratch(self) -> Path:
        """Temporary files; emptied at start and at the end."""
        return self.folder / ".camket-tam"
