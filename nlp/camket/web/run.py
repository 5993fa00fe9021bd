"""Start the server, tell its address, open the page."""

from __future__ import annotations

import contextlib
import socket
import webbrowser
from collections.abc import Callable

import uvicorn

from camket.web.app import create_app
from camket.web.guards.keys import PARAMETER
from camket.web.lock import only_one
from camket.web.settings import Settings

# Ports after the wanted one that are tried where it is taken.
_MORE = 20


class PortTaken(OSError):
    """No port near the wanted one is free."""


def serve(settings: Settings, ready: Callable[[str], None], *, open_page: bool = False) -> None:
    """Serve until the process is told to stop.

    Parameters
    ----------
    settings : Settings
        Where to listen and where to work.
    ready : callable
        Is told the address once the server answers.
    open_page : bool
        Whether to open the address in the browser.

    Raises
    ------
    PortTaken, camket.web.lock.FolderInUse
    """
    settings.folder.mkdir(parents=True, exist_ok=True)
    with only_one(settings.folder, address(settings)):
        config = uvicorn.Config(
            create_app(settings), host=settings.host, port=settings.port, access_log=False, log_level="warning",
            server_header=False, timeout_keep_alive=30, timeout_graceful_shutdown=5, limit_concurrency=256,
        )  # fmt: skip

        def started() -> None:
            ready(address(settings))
            if open_page:
                webbrowser.open(address(settings))

        with contextlib.suppress(KeyboardInterrupt):
            _Server(config, started).run()


def address(settings: Settings) -> str:
    """Where the page is opened, with the key where one is needed."""
    host = settings.host
    if host in ("0.0.0.0", "::"):
        host = _own_address() or socket.gethostname()
    host = f"[{host}]" if ":" in host else host
    key = f"?{PARAMETER}={settings.token}" if settings.token else ""
    return f"http://{host}:{settings.port}/{key}"


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the next one that is free.

    Raises
    ------
    PortTaken
        Where none is.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for port in range(wanted, wanted + _MORE):
        with socket.socket(family, socket.SOCK_STREAM) as probe, contextlib.suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            return port
    raise PortTaken(wanted)


class _Server(uvicorn.Server):
    """Tells when it answers."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._started = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._started()


def _own_address() -> str:
    """Address by which other machines of the network reach this one; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return ""
