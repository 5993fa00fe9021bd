"""Gán nhãn: the least certain items of a document, labelled one by one."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from camket.records import ACTS, RESULTS, TIMINGS
from camket.web.answers import page
from camket.web.views.common import desk, form, found, inspector, readers, remember, settings, text
from camket.web.visitors import visitor

router = APIRouter(prefix="/gan-nhan")
_SHOWN = 1


@router.get("")
def start(request: Request) -> Response:
    """The documents whose items can be labelled."""
    sheets = [s for s in desk(request).sheets(visitor(request).owner) if s.state == "read"]
    return page(request, "label.html", sheets=sheets, labels=settings(request).labels)


@router.get("/{number}")
async def ask(request: Request, number: str, qua: int = 0) -> Response:
    """The least certain item that has no label yet; ``qua`` are passed over."""
    owner = visitor(request).owner
    sheet = await run_in_threadpool(lambda: found(lambda: desk(request).sheet(owner, number)))
    report = await run_in_threadpool(lambda: found(lambda: desk(request).report(owner, number)))
    skipped = max(0, min(qua, 10_000))
    ranked = await readers(request).ask("rank", report, str(settings(request).labels), skipped + _SHOWN)
    item = ranked["items"][skipped] if skipped < len(ranked["items"]) else None
    return page(
        request, "label_item.html", sheet=sheet, item=item, left=ranked["left"], done=ranked["done"], skipped=skipped,
        acts=ACTS, results=RESULTS, timings=TIMINGS, inspector=inspector(request), labels=settings(request).labels,
    )  # fmt: skip


@router.post("/{number}")
async def answer(request: Request, number: str) -> Response:
    """Append a label to the file and go on."""
    fields = await form(request)
    owner, name = visitor(request).owner, text(fields, "nguoi", 100)
    skipped = text(fields, "qua", 6)
    report = await run_in_threadpool(lambda: found(lambda: desk(request).report(owner, number)))
    given = {"id": text(fields, "muc", 400), **_labels(fields), "by": name}
    if not await readers(request).ask("label", report, str(settings(request).labels), given):
        raise HTTPException(404, "no_item_here")
    back = RedirectResponse(f"/gan-nhan/{number}?qua={skipped if skipped.isdecimal() else 0}", 303)
    return remember(back, name)


def _labels(fields: FormData) -> dict[str, object]:
    act, target = text(fields, "loai", 20), text(fields, "chi-tieu", 5)
    if act not in ACTS or (act == "commitment" and target not in ("co", "khong")):
        raise HTTPException(400, "needs_labels")
    results, timings = fields.getlist("ket-qua"), fields.getlist("tien-do")
    if any(r not in RESULTS for r in results) or any(t not in TIMINGS for t in timings):
        raise HTTPException(400, "bad_form")
    claims = list(zip(results, timings, strict=False)) if act == "claim" and results else None
    return {"act": act, "target": target == "co" if act == "commitment" else None, "claims": claims}
