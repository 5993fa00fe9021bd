"""Kiểm tra: documents on the desk, one document with its highlights, decisions, files to take away."""

from __future__ import annotations

import json
from pathlib import PurePath
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from camket.convert import from_dict, to_dict
from camket.records import CRITERIA, Report
from camket.report.findings import summary_line
from camket.web.answers import page, report_words, wants_json
from camket.web.desk.records import RULINGS, Decision
from camket.web.show import decisions, document, filters, items
from camket.web.show.written import parse_day
from camket.web.views.common import attachment, desk, form, found, readers, settings, text
from camket.web.views.upload import Taken, take
from camket.web.visitors import visitor

router = APIRouter(prefix="/kiem-tra")
FORMATS = ("docx", "xlsx", "html")


@router.get("")
def table(request: Request) -> Response:
    """All documents of the visitor, and where new ones are dropped."""
    return page(request, "check.html", sheets=desk(request).sheets(visitor(request).owner),
                caps=settings(request).caps)  # fmt: skip


@router.post("/gui")
async def send(request: Request) -> Response:
    """Take files in: one for scripts, answered with what came of it, several for a plain form."""
    fields = await form(request, settings(request).caps)
    files = [f for f in fields.getlist("tep") if isinstance(f, UploadFile) and f.filename]
    if not files:
        raise HTTPException(400, "no_file")
    taken = [await take(request, file) for file in files]
    if wants_json(request.scope):
        worst = max(t.status for t in taken)
        return JSONResponse({"files": [t.as_dict() for t in taken], "message": _first(taken)}, worst)
    done = [t for t in taken if t.status == 201]
    refused = [t for t in taken if t.status != 201 and not t.id]
    if refused:
        raise HTTPException(413, "file_too_large_plain")
    return RedirectResponse(f"/kiem-tra/{done[0].id}" if len(taken) == len(done) == 1 else "/kiem-tra", 303)


def _first(taken: list[Taken]) -> str:
    return next((t.message for t in taken if t.message), "")


@router.get("/{number}")
def read(request: Request, number: str, muc: int | None = None, cau: str = "", loc: str = "", tt: str = "") -> Response:
    """A document as it reads, with the findings that a filter takes."""
    owner = visitor(request).owner
    sheet = found(lambda: desk(request).sheet(owner, number))
    if sheet.state != "read":
        return page(request, "unread.html", sheet=sheet)
    report = _report(request, number)
    words = report_words(visitor(request).language)
    asked = decisions.asked(report, desk(request).decisions(owner, number))
    filter = filters.Filter.of(loc, tt)
    shown = filters.chosen(asked, report, filter)
    return page(
        request, "read.html", sheet=sheet, report=report, summary=summary_line(report, words), filter=filter,
        counts=filters.counts(asked, report), parts=document.parts(report, shown), criteria=CRITERIA,
        questions=[items.put(one, _item(report, one.item), words) for one in shown],
        card=_card(report, asked, muc, words), chosen=muc, cau=cau,
        here=f"/kiem-tra/{number}", query=filter.query,
    )  # fmt: skip


def _item(report: Report, number: int | None):  # type: ignore[no-untyped-def]
    return None if number is None else report.annotations[number]


def _card(report: Report, found: list[decisions.Asked], number: int | None, words):  # type: ignore[no-untyped-def]
    """What the panel shows of an item (of the whole document for -1); None where none is chosen."""
    if number is None or not -1 <= number < len(report.annotations):
        return None
    annotation = report.annotations[number] if number >= 0 else None
    own = [one for one in found if one.item == (number if number >= 0 else None)]
    return {
        "number": number, "annotation": annotation,
        "questions": [items.put(one, annotation, words) for one in own],
        "criteria": items.criteria(annotation, words) if annotation else [],
        "evidence": list(items.evidence(annotation, words)) if annotation else [],
        "weighed": items.weighed(annotation) if annotation else [],
    }  # fmt: skip


@router.post("/{number}/quyet-dinh")
async def decide(request: Request, number: str) -> Response:
    """Agree with a finding, set it aside with a reason, or open it again; back to where the visitor was."""
    fields = await form(request)
    owner, ruling, reason = visitor(request).owner, text(fields, "quyet"), text(fields, "ly-do")
    finding = text(fields, "cau", 60)
    report = await run_in_threadpool(_report, request, number)
    if finding not in {one.key for one in decisions.asked(report, {})}:
        raise HTTPException(404, "no_finding")
    if ruling == "dismissed" and not reason:
        raise HTTPException(400, "needs_reason")
    if ruling in RULINGS:
        decision = Decision(finding, ruling, reason)
        await run_in_threadpool(desk(request).decide, owner, number, decision)
    else:
        await run_in_threadpool(desk(request).withdraw, owner, number, finding)
    query = urlencode({k: v for k in ("muc", "loc", "tt") if (v := text(fields, k, 20))} | {"cau": finding})
    return RedirectResponse(f"/kiem-tra/{number}?{query}#cau-{finding}", 303)


@router.post("/{number}/doc-lai")
async def again(request: Request, number: str) -> Response:
    """Read a document again as another kind, or from another day on; decisions on the same words stay."""
    fields = await form(request)
    kind, day = text(fields, "loai", 20), text(fields, "ngay", 10)
    if kind not in ("auto", "commitment", "report"):
        raise HTTPException(400, "bad_form")
    chosen = parse_day(day)
    if day and chosen is None:
        raise HTTPException(400, "bad_day")
    owner = visitor(request).owner
    name, data = await run_in_threadpool(lambda: found(lambda: desk(request).data(owner, number)))
    made = await readers(request).ask("read", data, name, kind, chosen.isoformat() if chosen else "")
    await run_in_threadpool(desk(request).set_read, number, *made)
    return RedirectResponse(f"/kiem-tra/{number}", 303)


@router.post("/{number}/vao-so")
async def file(request: Request, number: str) -> Response:
    """Enter the document into the register."""
    fields = await form(request)
    organisation, kind = text(fields, "don-vi", 300), text(fields, "loai", 20)
    if kind not in ("commitment", "report"):
        raise HTTPException(400, "bad_form")
    owner = visitor(request).owner
    name, data = await run_in_threadpool(lambda: found(lambda: desk(request).data(owner, number)))
    filed = await readers(request).ask("file_one", str(settings(request).register), (data, name), kind, organisation)
    if kind == "commitment":
        await run_in_threadpool(desk(request).set_quality, filed[kind], filed["quality"])
    return RedirectResponse(f"/so-theo-doi?{urlencode({'don-vi': organisation})}", 303)


@router.post("/{number}/xoa")
async def remove(request: Request, number: str) -> Response:
    """Take a document off the desk."""
    await form(request)
    await run_in_threadpool(desk(request).remove, visitor(request).owner, number)
    return RedirectResponse("/kiem-tra", 303)


@router.get("/{number}/tai/{format}")
async def download(request: Request, number: str, format: str, kem: str = "") -> Response:
    """The document with its findings as a file; dismissed ones are left out unless they are asked for."""
    if format not in FORMATS:
        raise HTTPException(404, "no_page")
    owner = visitor(request).owner
    report = await run_in_threadpool(_report, request, number)
    if format == "docx" and report.document.format != "docx":
        raise HTTPException(400, "only_word")
    name, data = await run_in_threadpool(lambda: found(lambda: desk(request).data(owner, number)))
    ruled = await run_in_threadpool(desk(request).decisions, owner, number)
    given = decisions.decided(report, ruled, with_dismissed=kem == "1")
    content = await readers(request).ask(
        "export", format, data if format == "docx" else b"", json.dumps(to_dict(given), ensure_ascii=False),
        visitor(request).language,
    )  # fmt: skip
    return Response(content, **attachment(f"{PurePath(name).stem}.camket", f".{format}"))


def _report(request: Request, number: str) -> Report:
    content = found(lambda: desk(request).report(visitor(request).owner, number))
    return from_dict(Report, json.loads(content))
