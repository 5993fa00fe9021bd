"""No other site may use a visitor's browser to change anything here, or to read anything but whole pages."""

from __future__ import annotations

from urllib.parse import urlsplit

from camket.web.answers import refuse
from camket.web.asgi import SAFE_METHODS, App, Receive, Scope, Send, header


class OriginGuard:
    """Turn away what another site's page has sent.

    A form or script names its page in ``Origin``; browsers say in ``Sec-Fetch-Site`` where a request comes from.
    Neither can be set by a page. A request without either comes from no page, and still needs the form's key.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403."""
        if scope["type"] == "http" and not is_own(scope):
            await refuse(scope, receive, send, 403, "bad_origin")
            return
        await self.app(scope, receive, send)


def is_own(scope: Scope) -> bool:
    """Whether a request comes from this server's own pages, from a link, or from no page at all."""
    origin, site = header(scope, b"origin"), header(scope, b"sec-fetch-site")
    if scope["method"] in SAFE_METHODS:
        return site in (None, "same-origin", "none") or header(scope, b"sec-fetch-mode") == "navigate"
    if site not in (None, "same-origin", "none"):
        return False
    return origin is None or _is_same(origin, header(scope, b"host") or "", scope["scheme"])


def _is_same(origin: str, host: str, scheme: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme == scheme and parts.netloc.lower() == host.lower() and bool(host)
