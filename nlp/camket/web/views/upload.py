"""Take files in, have them read, say what came of each."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import PureWindowsPath

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from camket.web.answers import page_words
from camket.web.views.common import desk, readers, settings
from camket.web.visitors import visitor
from camket.web.work.readers import Busy, Refused

# What a reason means in the terms of HTTP; all others are 422: understood, but it can't be used.
_STATUS = {"unknown_format": 415, "not_text": 415, "needs_office": 415, "too_large": 413, "unpacks_too_large": 413,
           "too_many_parts": 413, "too_many_pages": 413, "too_many_cells": 413, "too_long": 413}  # fmt: skip

# Characters of a file's name that are kept.
_LONGEST = 150


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: the id of its document, or why it was not read."""

    name: str
    status: int
    id: str = ""
    message: str = ""

    def as_dict(self) -> dict[str, object]:
        """For scripts."""
        where = f"/kiem-tra/{self.id}" if self.status == 201 else ""
        return {"name": self.name, "status": self.status, "id": self.id, "message": self.message, "address": where}


async def take(request: Request, file: UploadFile) -> Taken:
    """Read one file that a visitor sent; one that lies on the desk already is not read anew.

    Raises
    ------
    HTTPException
        429 where the visitor has too much on the desk, 503 where too many documents wait.
    """
    name, owner = plain(file.filename or ""), visitor(request).owner
    caps, words = settings(request).caps, page_words(visitor(request).language)
    if (file.size or 0) > caps.file_size:
        return Taken(name, 413, message=words("file_too_large", limit=caps.file_size // 1_000_000))
    count, size = await run_in_threadpool(desk(request).held, owner)
    if count >= caps.documents or size + (file.size or 0) > caps.owner_size:
        raise HTTPException(429, "desk_full")
    data = await file.read()
    number, is_new = await run_in_threadpool(desk(request).put, owner, name, data)
    return await examine(request, number, name, data) if is_new else Taken(name, 201, number)


async def examine(request: Request, number: str, name: str, data: bytes) -> Taken:
    """Have a document on the desk read."""
    try:
        kind, report, counts = await readers(request).ask("read", data, name)
    except Busy:
        await run_in_threadpool(desk(request).remove, visitor(request).owner, number)
        raise HTTPException(503, "busy") from None
    except Refused as reason:
        await run_in_threadpool(desk(request).set_failed, number, str(reason))
        return Taken(name, _STATUS.get(reason.code, 422), number, str(reason))
    await run_in_threadpool(desk(request).set_read, number, kind, report, counts)
    return Taken(name, 201, number)


def plain(name: str) -> str:
    """A file's name without folders and control characters, as people write it, shortened at its end.

    Examples
    --------
    >>> plain("/Văn bản/Báo cáo %22quý II%22.docx")
    'Báo cáo "quý II".docx'
    """
    # Browsers send these three signs of a name in this way, and no other.
    for code, sign in (("%22", '"'), ("%0D", " "), ("%0A", " ")):
        name = name.replace(code, sign)
    last = PureWindowsPath(name).name
    kept = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C").strip()
    if len(kept) > _LONGEST:
        suffix = PureWindowsPath(kept).suffix[-10:]
        kept = f"{kept[: _LONGEST - len(suffix) - 1].rstrip()}…{suffix}"
    return kept or "van-ban"
