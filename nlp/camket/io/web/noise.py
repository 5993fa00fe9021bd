"""Drop what a saved page has around its text: menus, comment forms, link spam."""

from __future__ import annotations

import re
from functools import cache

from camket.io.builder import Builder
from camket.text.resources import load_toml


def drop_noise(builder: Builder) -> None:
    """Remove the blocks of a builder that belong to a web page and not to the document, and count them."""
    lines, spam, ends = _patterns()
    kept = []
    ended = False
    for block in builder.blocks:
        ended = ended or bool(ends.search(block.text))
        if ended or lines.search(block.text) or _is_spam(block.text, spam):
            builder.skip("dòng của trang mạng (trình đơn, bình luận, quảng cáo)", "web")
        else:
            kept.append(block)
    builder.blocks = kept


def _is_spam(text: str, spam: re.Pattern[str]) -> bool:
    return len(spam.findall(text)) >= 2


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = load_toml("io_web.toml")
    lines = re.compile("^(?:" + "|".join(data["lines"]) + r")\W*$", re.IGNORECASE)
    spam = re.compile(r"\b(?:" + "|".join(data["spam"]) + r")\b", re.IGNORECASE)
    return lines, spam, re.compile("^(?:" + "|".join(data["ends"]) + r")\W*$", re.IGNORECASE)
