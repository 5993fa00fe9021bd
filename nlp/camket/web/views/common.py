"""What pages share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request

from camket.web.settings import Caps, Settings
from camket.web.visitors import holds_key, visitor

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.responses import Response

    from camket.web.desk.documents import Desk
    from camket.web.desk.pairs import Pairs
    from camket.web.work.readers import Readers

T = TypeVar("T")
# The name that an inspector last signed a decision with.
_NAME_COOKIE = "camket_ten"
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}


def settings(request: Request) -> Settings:
    """How the server was started."""
    found: Settings = request.app.state.settings
    return found


def desk(request: Request) -> Desk:
    """The documents under review."""
    found: Desk = request.app.state.desk
    return found


def pairs(request: Request) -> Pairs:
    """The pairs laid side by side."""
    found: Pairs = request.app.state.pairs
    return found


def readers(request: Request) -> Readers:
    """The processes that read documents."""
    found: Readers = request.app.state.readers
    return found


class Spoken(HTTPException):
    """A refusal whose sentence is ready, in Vietnamese or in the visitor's language."""


async def form(request: Request, caps: Caps | None = None) -> FormData:
    """The fields of a form whose key is the visitor's.

    Raises
    ------
    HTTPException
        403 for a foreign or old key; 400 or 413 for what is no form or has too many parts.
    """
    most = caps.files if caps else 0
    given = request.headers.get("x-csrf")
    if given is not None and not holds_key(visitor(request), given):
        raise HTTPException(403, "bad_key")
    found = await request.form(max_files=most, max_fields=60, max_part_size=20_000)
    if given is None and not holds_key(visitor(request), found.get("csrf")):
        raise HTTPException(403, "bad_key")
    return found


def found(look: Callable[[], T]) -> T:
    """What a look-up finds, or 404: nobody learns whether another visitor has it.

    Raises
    ------
    HTTPException
        404.
    """
    try:
        return look()
    except KeyError:
        raise HTTPException(404, "no_document") from None


def text(fields: FormData, name: str, most: int = 2000) -> str:
    """A field of a form as one stripped string; "" where it is absent."""
    value = fields.get(name)
    return " ".join(value.split())[:most] if isinstance(value, str) else ""


def attachment(name: str, suffix: str) -> dict[str, Any]:
    """Arguments of a response that is saved under a name with marks."""
    encoded = quote(f"{name}{suffix}", safe="")
    return {
        "media_type": _TYPES[suffix],
        "headers": {"Content-Disposition": f"attachment; filename=\"camket{suffix}\"; filename*=UTF-8''{encoded}"},
    }


def inspector(request: Request) -> str:
    """The name with which this browser signed last."""
    return unquote(request.cookies.get(_NAME_COOKIE, ""))[:100]


def remember(response: Response, name: str) -> Response:
    """Let the next form begin with the name."""
    response.set_cookie(_NAME_COOKIE, quote(name), max_age=365 * 86400, samesite="strict", httponly=True)
    return response
