"""Hướng dẫn: two pages for people who have not seen the program before."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from camket.web.answers import page
from camket.web.views.common import settings

router = APIRouter(prefix="/huong-dan")


@router.get("")
def guide(request: Request) -> Response:
    """The guide."""
    return page(request, "help.html", folder=settings(request).folder, caps=settings(request).caps)
