"""The frame that all pages share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from camket import __version__


class Link(NamedTuple):
    """A page: its file, its title, and the part of the contents it stands in."""

    file: str
    title: str
    part: str


_FILTER = """
const box = document.querySelector("nav input");
box.addEventListener("input", () => {
  const wanted = box.value.toLowerCase();
  for (const row of document.querySelectorAll("nav li")) row.hidden = !row.textContent.toLowerCase().includes(wanted);
});
"""


def page(link: Link, body: str, links: Sequence[Link], style: str) -> str:
    """A whole page: contents on the left, the body beside it; nothing is loaded from elsewhere.

    Parameters
    ----------
    link : Link
        The page itself.
    body : str
        HTML of its content.
    links : sequence of Link
        All pages in the order of the contents.
    style : str
        The style sheet.
    """
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{escape(link.title)} · camket</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head><body>'
        f'<nav aria-label="Mục lục"><p class="brand"><a href="index.html">camket {__version__}</a></p>'
        '<input type="search" placeholder="Lọc mục lục…" aria-label="Lọc mục lục">'
        f"{''.join(_contents(link, links))}</nav>"
        f"<main>{body}</main><script>{_FILTER}</script></body></html>\n"
    )


def _contents(here: Link, links: Sequence[Link]) -> Iterator[str]:
    for part, group in groupby(links, key=lambda link: link.part):
        rows = "".join(_row(link, link == here) for link in group)
        yield f"<h2>{escape(part)}</h2><ul>{rows}</ul>"


def _row(link: Link, is_here: bool) -> str:
    mark = ' aria-current="page"' if is_here else ""
    return f'<li><a href="{escape(link.file)}"{mark}>{escape(link.title)}</a></li>'
