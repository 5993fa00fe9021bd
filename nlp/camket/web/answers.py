"""Pages from templates, and refusals of one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, JSONResponse, Response

from camket import __version__
from camket.report.words import Language, Words
from camket.web.asgi import Receive, Scope, Send, cookies
from camket.web.show.written import shown_day
from camket.web.visitors import LANGUAGE_COOKIE, visitor

if TYPE_CHECKING:
    from starlette.requests import Request


@cache
def environment() -> Environment:
    """Templates of this package; everything they print is escaped, and a missing value is an error."""
    found = Environment(
        loader=PackageLoader("camket.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    found.filters["tidy"], found.filters["day"] = tidy, shown_day
    return found


def tidy(text: str) -> str:
    """A table row's text without its empty cells, its number before it as before a paragraph.

    Examples
    --------
    >>> tidy("3 | Nâng cao hiệu quả chợ | | Thường xuyên | ")
    '3. Nâng cao hiệu quả chợ · Thường xuyên'
    """
    if " | " not in f"{text} ":
        return text
    cells = [told for cell in f"{text} ".split(" | ") if (told := cell.strip("| "))]
    if len(cells) > 1 and cells[0].isdecimal():
        cells[:2] = [f"{cells[0]}. {cells[1]}"]
    return " · ".join(cells)


@cache
def page_words(language: Language) -> Words:
    """Messages of the page itself."""
    return Words(language, "web_messages")


@cache
def report_words(language: Language) -> Words:
    """Messages of reports: verdicts, criteria, states."""
    return Words(language)


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """A page in the visitor's language."""
    guest = visitor(request)
    words = page_words(guest.language)
    content = environment().get_template(template).render(
        t=words, m=report_words(guest.language), lang=guest.language, csrf=guest.csrf, version=__version__,
        path=request.url.path, **values,
    )  # fmt: skip
    return HTMLResponse(content, status)


def refusal(scope: Scope, status: int, key: str, details: Mapping[str, object] | None = None) -> Response:
    """One sentence on why, and what to do; as JSON for scripts."""
    language: Language = "en" if cookies(scope).get(LANGUAGE_COOKIE) == "en" else "vi"
    words = page_words(language)
    return answer_refusal(scope, status, words(key, **(details or {})), words)


def answer_refusal(scope: Scope, status: int, message: str, words: Words) -> Response:
    """The same with the sentence given."""
    if wants_json(scope):
        return JSONResponse({"message": message}, status)
    content = environment().get_template("refusal.html").render(
        t=words, lang=words.language, message=message, status=status
    )  # fmt: skip
    return HTMLResponse(content, status)


def wants_json(scope: Scope) -> bool:
    """Whether a script asks rather than a browser's own navigation."""
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    return b"application/json" in accept


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, key: str) -> None:
    """Answer with one sentence and end the connection, so that nothing of the body is read."""
    response = refusal(scope, status, key)
    response.headers["Connection"] = "close"
    await response(scope, receive, send)
