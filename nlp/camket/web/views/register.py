"""Sổ theo dõi: the register, searched, filtered, drawn, exported; decisions on single commitments."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from camket.linking.records import OUTCOMES
from camket.register.records import Decision
from camket.register.store import Register
from camket.report.words import Words
from camket.web.answers import page
from camket.web.show import book
from camket.web.show.book import Query
from camket.web.show.written import parse_day
from camket.web.views.common import attachment, desk, form, inspector, readers, remember, settings, text
from camket.web.visitors import visitor

router = APIRouter(prefix="/so-theo-doi")
_DAYS = (30, 60, 90, 180)


@router.get("")
def table(request: Request) -> Response:
    """The items that a search and filters take."""
    query = Query.of(request.query_params)
    if not settings(request).register.is_file():
        return page(request, "register_empty.html", folder=settings(request).folder)
    with Register(settings(request).register) as register:
        found = register.find(**query.conditions, limit=book.PAGE + 1, offset=query.offset)
        choices = book.choices(register)
    return page(
        request, "register.html", view="", query=query, rows=found[: book.PAGE], more=len(found) > book.PAGE,
        choices=choices, w=_words(request), f=_fields(request), statuses=book.STATUSES,
        folder=settings(request).folder,
    )  # fmt: skip


@router.get("/den-han")
def due(request: Request, ngay: int = 60, tu: str = "") -> Response:
    """What falls due within some days, and what is overdue."""
    if not settings(request).register.is_file():
        return page(request, "register_empty.html", folder=settings(request).folder)
    day = parse_day(tu) or date.today()
    days = ngay if ngay in _DAYS else 60
    with Register(settings(request).register) as register:
        rows, past, late = book.due(register, day, days)
    return page(
        request, "due.html", view="due", rows=rows, past=past, late=late, day=day, days=days, every=_DAYS,
        bad_day="" if parse_day(tu) else tu, w=_words(request),
    )  # fmt: skip


@router.get("/bieu-do")
def charts(request: Request, don_vi: str = "") -> Response:
    """Completion and quality over the years."""
    if not settings(request).register.is_file():
        return page(request, "register_empty.html", folder=settings(request).folder)
    with Register(settings(request).register) as register:
        drawn = book.charts(register, desk(request).quality(), don_vi)
        choices = book.choices(register)
    return page(request, "charts.html", view="charts", charts=drawn, choices=choices, unit=don_vi, w=_words(request))


@router.get("/xuat")
async def export(request: Request, dang: str = "xlsx") -> Response:
    """What the search and filters take, as a workbook or CSV."""
    suffix = ".csv" if dang == "csv" else ".xlsx"
    conditions = Query.of(request.query_params).conditions
    period = conditions.get("period")
    if period:
        conditions["period"] = [day.isoformat() for day in period]
    if not settings(request).register.is_file():
        raise HTTPException(404, "no_register")
    content = await readers(request).ask("export_register", str(settings(request).register), suffix, conditions)
    return Response(content, **attachment("so-theo-doi", suffix))


@router.get("/tong-hop")
async def overview(request: Request) -> Response:
    """The register of the chosen organisation and period summed up, as a Word file."""
    query = Query.of(request.query_params)
    if not settings(request).register.is_file():
        raise HTTPException(404, "no_register")
    period = query.period or None
    content = await readers(request).ask(
        "export_overview", str(settings(request).register), "docx", query.get("don-vi") or None, period,
        visitor(request).language,
    )  # fmt: skip
    return Response(content, **attachment("tong-hop", ".docx"))


@router.get("/{number}")
def one(request: Request, number: int) -> Response:
    """A commitment or a reported thing, with what answers it and what was decided."""
    with _opened(request) as register:
        entry = book.entry(register, number)
    if entry is None:
        raise HTTPException(404, "no_item")
    return page(request, "entry.html", view="", entry=entry, w=_words(request), f=_fields(request), outcomes=OUTCOMES,
                inspector=inspector(request), today=date.today())  # fmt: skip


@router.post("/{number}/quyet-dinh")
async def decide(request: Request, number: int) -> Response:
    """Decide on a commitment as a whole, or on one of its links."""
    fields = await form(request)
    other, decision = text(fields, "bao-cao", 20), text(fields, "quyet", 20)
    outcome = text(fields, "ket-luan", 20) or None
    reason, name = text(fields, "ly-do", 500), text(fields, "nguoi", 100)
    if decision not in ("accepted", "rejected", "corrected") or (outcome and outcome not in OUTCOMES):
        raise HTTPException(400, "bad_form")
    if decision == "corrected" and not outcome:
        raise HTTPException(400, "needs_outcome")
    if not reason or not name:
        raise HTTPException(400, "needs_reason_and_name")
    ruling = Decision(number, decision, reason, name, int(other) if other.isdecimal() else None, outcome)  # type: ignore[arg-type]
    await run_in_threadpool(_enter, request, ruling)
    return remember(RedirectResponse(f"/so-theo-doi/{number}", 303), name)


def _enter(request: Request, ruling: Decision) -> None:
    with _opened(request) as register:
        try:
            register.decide(ruling)
        except KeyError:
            raise HTTPException(404, "no_item") from None


def _opened(request: Request) -> Register:
    path = settings(request).register
    if not path.is_file():
        raise HTTPException(404, "no_register")
    return Register(path)


def _words(request: Request) -> Words:
    return Words(visitor(request).language, "register_messages")


def _fields(request: Request) -> Words:
    return Words(visitor(request).language, "batch")
