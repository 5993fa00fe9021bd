"""Đối chiếu: a commitment and a report side by side; links and outcomes corrected by hand."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from camket.linking.records import OUTCOMES
from camket.linking.summary import table
from camket.report.words import Words
from camket.web.answers import page
from camket.web.desk.pairs import Pair, Ruling
from camket.web.show import pairs as shown
from camket.web.views.common import (
    Spoken,
    attachment,
    desk,
    form,
    found,
    inspector,
    pairs,
    readers,
    remember,
    settings,
    text,
)
from camket.web.views.upload import take
from camket.web.visitors import visitor
from camket.web.work.pairing import decide as enter

router = APIRouter(prefix="/doi-chieu")
DECISIONS = ("accepted", "rejected", "corrected")


@router.get("")
def start(request: Request, cam_ket: str = "", bao_cao: str = "") -> Response:
    """All pairs of the visitor, and where two documents are chosen."""
    owner = visitor(request).owner
    sheets = [s for s in desk(request).sheets(owner) if s.state == "read"]
    made = [(p, shown.counts(_rows(request, p)[1])) for p in pairs(request).all(owner)]
    return page(request, "compare.html", sheets=sheets, made=made, commitment=cam_ket, report=bao_cao,
                caps=settings(request).caps, w=_words(request))  # fmt: skip


@router.post("/gui")
async def lay(request: Request) -> Response:
    """Lay two documents side by side, each from the desk or sent along."""
    fields = await form(request, settings(request).caps)
    owner = visitor(request).owner
    commitment, report = [await _side(request, fields, name) for name in ("cam-ket", "bao-cao")]
    if commitment == report:
        raise HTTPException(400, "same_twice")
    # Corrections belong to the pair, so the same documents are the same pair.
    if kept := await run_in_threadpool(pairs(request).same, owner, commitment, report):
        return RedirectResponse(f"/doi-chieu/{kept}", 303)
    files = [await run_in_threadpool(_data, request, owner, number) for number in (commitment, report)]
    match = await readers(request).ask("match", *[(data, name) for name, data in files])
    number = await run_in_threadpool(pairs(request).put, owner, commitment, report, match)
    return RedirectResponse(f"/doi-chieu/{number}", 303)


async def _side(request: Request, fields: FormData, name: str) -> str:
    """Id of the document on one side."""
    file = fields.get(f"tep-{name}")
    if not isinstance(file, UploadFile) or not file.filename:
        number = text(fields, name, 40)
        if not number:
            raise HTTPException(400, "needs_two")
        return number
    taken = await take(request, file)
    if taken.status != 201:
        raise Spoken(taken.status, taken.message)
    return taken.id


@router.get("/{number}")
def read(request: Request, number: str, loc: str = "", dong: str = "") -> Response:
    """A pair with its links."""
    pair = _pair(request, number)
    match, rows = _rows(request, pair)
    known = loc if loc in shown.STANDINGS else ""
    return page(
        request, "pair.html", pair=pair, rows=[r for r in rows if not known or r.standing == known],
        counts=shown.counts(rows), about=known, cells=table(match), standings=shown.STANDINGS, outcomes=OUTCOMES,
        bases=shown.BASES,
        here=f"/doi-chieu/{number}", w=_words(request), told=pair.match["report"]["items"], line=dong,
        inspector=inspector(request),
    )  # fmt: skip


@router.post("/{number}/sua")
async def correct(request: Request, number: str) -> Response:
    """Enter a decision on a link; in the register, too, once the pair is filed there."""
    fields = await form(request)
    pair = await run_in_threadpool(_pair, request, number)
    ruling = _ruling(fields, pair)
    await run_in_threadpool(pairs(request).rule, visitor(request).owner, number, ruling)
    if pair.filed:
        await run_in_threadpool(_enter, request, pair, ruling)
    line = text(fields, "dong", 40)
    about = text(fields, "loc", 20)
    response = RedirectResponse(f"/doi-chieu/{number}?loc={about if about in shown.STANDINGS else ''}#dong-{line}", 303)
    return remember(response, ruling.inspector)


def _ruling(fields: FormData, pair: Pair) -> Ruling:
    ruling = Ruling(
        text(fields, "cam-ket", 40), text(fields, "bao-cao", 40), text(fields, "quyet", 20),
        text(fields, "ket-luan", 20), text(fields, "ly-do", 500), text(fields, "nguoi", 100),
    )  # fmt: skip
    ids = [{item["id"] for item in pair.match[side]["items"]} for side in ("commitment", "report")]
    if ruling.commitment not in ids[0] or ruling.report not in ids[1] or ruling.decision not in DECISIONS:
        raise HTTPException(400, "bad_form")
    if ruling.decision != "rejected" and ruling.outcome not in OUTCOMES:
        raise HTTPException(400, "needs_outcome")
    if not ruling.reason or not ruling.inspector:
        raise HTTPException(400, "needs_reason_and_name")
    return ruling


def _enter(request: Request, pair: Pair, ruling: Ruling) -> None:
    from camket.register.store import Register

    with Register(settings(request).register) as register:
        enter(register, pair.filed["commitment"], pair.filed["report"], ruling.as_dict())


@router.post("/{number}/vao-so")
async def file(request: Request, number: str) -> Response:
    """Enter the pair into the register with all that was decided on it."""
    fields = await form(request)
    owner = visitor(request).owner
    pair = await run_in_threadpool(_pair, request, number)
    sides, rulings = await _content(request, pair)
    organisation = text(fields, "don-vi", 300)
    filed = await readers(request).ask("file_pair", str(settings(request).register), *sides, organisation, rulings)
    await run_in_threadpool(pairs(request).set_filed, owner, number, filed)
    await run_in_threadpool(desk(request).set_quality, filed["commitment"], filed["quality"])
    return RedirectResponse(f"/doi-chieu/{number}", 303)


@router.get("/{number}/tai/{format}")
async def download(request: Request, number: str, format: str) -> Response:
    """The pair as it was ruled, as a file."""
    if format not in ("docx", "xlsx", "html"):
        raise HTTPException(404, "no_page")
    pair = await run_in_threadpool(_pair, request, number)
    sides, rulings = await _content(request, pair)
    language = visitor(request).language
    content = await readers(request).ask("export_pair", format, *sides, rulings, language)
    return Response(content, **attachment(f"doi-chieu {pair.match['unit']}".strip(), f".{format}"))


def _data(request: Request, owner: str, number: str) -> tuple[str, bytes]:
    return found(lambda: desk(request).data(owner, number))


async def _content(request: Request, pair: Pair) -> tuple[list[tuple[bytes, str]], list[dict[str, str]]]:
    """The files of a pair, and what was decided on it."""
    owner = visitor(request).owner
    numbers = (pair.commitment, pair.report)
    files = [await run_in_threadpool(_data, request, owner, number) for number in numbers]
    rulings = await run_in_threadpool(pairs(request).rulings, owner, pair.id)
    return [(data, name) for name, data in files], [ruling.as_dict() for ruling in rulings]


@router.post("/{number}/xoa")
async def remove(request: Request, number: str) -> Response:
    """Forget a pair."""
    await form(request)
    await run_in_threadpool(pairs(request).remove, visitor(request).owner, number)
    return RedirectResponse("/doi-chieu", 303)


def _pair(request: Request, number: str) -> Pair:
    return found(lambda: pairs(request).one(visitor(request).owner, number))


def _rows(request: Request, pair: Pair):  # type: ignore[no-untyped-def]
    """The match as ruled, and its rows."""
    rulings = pairs(request).rulings(visitor(request).owner, pair.id)
    match = shown.ruled(shown.match_of(pair.match), rulings)
    return match, shown.rows(pair.match, match, rulings)


def _words(request: Request) -> Words:
    return Words(visitor(request).language, "match_messages")
