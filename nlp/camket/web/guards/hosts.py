"""Only requests that name this server: a foreign name that was made to resolve to it (DNS rebinding) is turned away."""

from __future__ import annotations

import ipaddress
import socket

from camket.web.answers import refuse
from camket.web.asgi import App, Receive, Scope, Send, header
from camket.web.settings import LOOPBACK, Settings


class HostGuard:
    """Turn requests with another ``Host`` away.

    On a server that others can reach any plain address passes, since an attacker's page can only use a name.
    """

    def __init__(self, app: App, settings: Settings) -> None:
        self.app = app
        self.names = {*LOOPBACK, *settings.names}
        self.is_local = settings.is_local
        if not self.is_local:
            self.names |= {settings.host, socket.gethostname().lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 400."""
        if scope["type"] == "http" and not self.knows(header(scope, b"host") or ""):
            await refuse(scope, receive, send, 400, "bad_host")
            return
        await self.app(scope, receive, send)

    def knows(self, host: str) -> bool:
        """Whether a ``Host`` header names this server."""
        name = host_name(host)
        return name in self.names or (not self.is_local and _is_address(name))


def host_name(host: str) -> str:
    """The name in a ``Host`` header, without port and brackets.

    Examples
    --------
    >>> host_name("LOCALHOST:8321"), host_name("[::1]:8321"), host_name("127.0.0.1")
    ('localhost', '::1', '127.0.0.1')
    """
    if host.startswith("["):
        return host[1:].split("]")[0].lower()
    return host.rsplit(":", 1)[0].lower() if host.count(":") == 1 else host.lower()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
