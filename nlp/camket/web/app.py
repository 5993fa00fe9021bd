"""The application: guards, pages, error pages."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from camket.web.answers import answer_refusal, page_words, refusal
from camket.web.desk.documents import Desk
from camket.web.desk.pairs import Pairs
from camket.web.guards import BodyGuard, CrashGuard, HostGuard, KeyGuard, OriginGuard, SafeHeaders
from camket.web.scratch import scratch
from camket.web.settings import Settings
from camket.web.views import check, compare, help, label, register
from camket.web.views.common import Spoken
from camket.web.visitors import LANGUAGE_COOKIE, Visitors, visitor
from camket.web.work.readers import Busy, Readers, Refused
from camket.web.work.tasks import Answer, Job, run

# Status and sentence of errors of other kinds.
_ERRORS: dict[type[Exception], tuple[int, str]] = {
    RequestValidationError: (400, "bad_form"), Busy: (503, "busy"), sqlite3.DatabaseError: (500, "bad_file"),
}  # fmt: skip
_PLAIN = {404: "no_page", 405: "no_page", 400: "bad_form", 413: "too_large"}


def create_app(settings: Settings, work: Callable[[Job], Answer] = run) -> FastAPI:
    """The page as an ASGI application.

    Parameters
    ----------
    settings : Settings
        Where it keeps its work and what it takes on; the folder is made where it is not there.
    work : callable
        What reader processes do with a job.
    """
    settings.folder.mkdir(parents=True, exist_ok=True)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan(settings, work))
    app.state.settings, app.state.desk, app.state.pairs = settings, Desk(settings.desk), Pairs(settings.desk)
    static = StaticFiles(directory=str(files("camket.web") / "static"))
    app.mount("/tinh", static, "static")
    for view in (check, compare, register, label, help):
        app.include_router(view.router)
    app.add_api_route("/", lambda: RedirectResponse("/kiem-tra"), methods=["GET"])
    app.add_api_route("/ngon-ngu/{language}", _language, methods=["GET"])
    for kind in (HTTPException, Refused, *_ERRORS):
        app.add_exception_handler(kind, _error)
    _guard(app, settings)
    return app


def _guard(app: FastAPI, settings: Settings) -> None:
    """Put the guards around the pages; the last one added stands outermost."""
    app.add_middleware(CrashGuard)
    app.add_middleware(Visitors, secret=app.state.desk.secret)
    app.add_middleware(BodyGuard, caps=settings.caps)
    app.add_middleware(KeyGuard, settings=settings)
    app.add_middleware(OriginGuard)
    app.add_middleware(HostGuard, settings=settings)
    app.add_middleware(SafeHeaders)


def _lifespan(settings: Settings, work: Callable[[Job], Answer]):  # type: ignore[no-untyped-def]
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with scratch(settings.scratch):
            caps = settings.caps
            app.state.readers = Readers(settings.readers, caps.seconds_per_document, caps.waiting, work)
            app.state.desk.sweep(caps.days_kept)
            left = asyncio.create_task(_begin(app))
            try:
                yield
            finally:
                left.cancel()
                app.state.readers.close()

    return lifespan


async def _begin(app: FastAPI) -> None:
    """Let a reader load its libraries, and read what was still waiting when the last server ended."""
    await app.state.readers.ask("warm_up")
    for number, name, data in app.state.desk.waiting():
        try:
            kind, report, counts = await app.state.readers.ask("read", data, name)
        except Refused as reason:
            app.state.desk.set_failed(number, str(reason))
        else:
            app.state.desk.set_read(number, kind, report, counts)


def _language(request: Request, language: str, ve: str = "/") -> Response:
    """Remember a language and go back."""
    safe = ve if ve.startswith("/") and not ve.startswith(("//", "/\\")) else "/"
    response = RedirectResponse(safe, 303)
    response.set_cookie(LANGUAGE_COOKIE, "en" if language == "en" else "vi", max_age=365 * 86400, samesite="lax")
    return response


async def _error(request: Request, error: Exception) -> Response:
    """One sentence for whatever a page turns down."""
    if isinstance(error, Spoken):
        return answer_refusal(request.scope, error.status_code, error.detail, page_words(visitor(request).language))
    if isinstance(error, HTTPException):
        # Pages name their sentence; the framework writes its own, in English.
        named = error.detail if error.detail in page_words("vi") else _PLAIN.get(error.status_code, "bad_form")
        response = refusal(request.scope, error.status_code, named)
        response.headers.update(error.headers or {})
        return response
    if isinstance(error, Refused):
        return refusal(request.scope, 422, "refused", {"reason": error})
    return refusal(request.scope, *next(told for kind, told in _ERRORS.items() if isinstance(error, kind)))
