"""Who a visitor is: a random cookie, from which an owner's name and the key of forms are derived."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from camket.web.asgi import App, Receive, Scope, Send, cookies, with_headers

if TYPE_CHECKING:
    from starlette.requests import Request

    from camket.report.words import Language

LANGUAGE_COOKIE = "camket_ngon_ngu"
_SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")
_YEAR = 365 * 86400


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser: the owner of its documents, the key its forms carry, its language."""

    owner: str
    csrf: str
    language: Language


class Visitors:
    """Give every browser a cookie that no script can read and no other site can use.

    Parameters
    ----------
    app : App
        What comes next.
    secret : bytes
        Of the folder; the keys of forms are derived from it, so that they outlive a restart.
        The cookie's name tells the folder, since browsers share cookies between the ports of a machine, and since a
        folder may be opened on another port tomorrow.
    """

    def __init__(self, app: App, secret: bytes) -> None:
        self.app, self.secret = app, secret
        self.cookie = f"camket_phien_{hashlib.sha256(b'name' + secret).hexdigest()[:12]}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its visitor in ``scope["state"]``."""
        if scope["type"] == "http":
            given = cookies(scope)
            name = given.get(self.cookie, "")
            if not _SHAPE.fullmatch(name):
                name = secrets.token_urlsafe(32)
                value = f"{self.cookie}={name}; HttpOnly; SameSite=Strict; Path=/; Max-Age={_YEAR}"
                send = with_headers(send, [(b"set-cookie", value.encode())])
            language: Language = "en" if given.get(LANGUAGE_COOKIE) == "en" else "vi"
            owner = hashlib.sha256(name.encode()).hexdigest()
            csrf = hmac.new(self.secret, name.encode(), "sha256").hexdigest()
            scope.setdefault("state", {})["visitor"] = Visitor(owner, csrf, language)
        await self.app(scope, receive, send)


def visitor(request: Request) -> Visitor:
    """The visitor of a request."""
    found: Visitor = request.state.visitor
    return found


def holds_key(visitor: Visitor, given: object) -> bool:
    """Whether a form's key is the visitor's."""
    return isinstance(given, str) and hmac.compare_digest(given.encode(), visitor.csrf.encode())
