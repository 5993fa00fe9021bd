"""Read a saved web page."""

from __future__ import annotations

import contextlib
import re

from camket.io.builder import Builder
from camket.io.limits import LIMITS, Limits
from camket.io.web.noise import drop_noise
from camket.io.web.walker import Walker
from camket.records import Document
from camket.text.encodings import decode
from camket.text.legacy import convert, detect

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# So much of a page is looked at to tell whether its letters are in a legacy code.
SAMPLE = 60_000


def read_html(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a saved web page.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        Its name, for the record.
    limits : Limits
        Caps.

    Examples
    --------
    >>> page = "<body><nav>Trang chủ</nav><ol><li>Thu đạt 95%<li>Chi đạt 90%</ol></body>"
    >>> [(b.label, b.text) for b in read_html(page.encode(), "a.html").blocks]
    [('1.', 'Thu đạt 95%'), ('2.', 'Chi đạt 90%')]
    """
    from selectolax.lexbor import LexborHTMLParser

    builder = Builder(limits)
    text = _decode(data)
    root = LexborHTMLParser(text).root
    if root is not None:
        Walker(builder, root).walk()
    drop_noise(builder)
    return builder.document(name, "html")


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:2000])
    text, encoding = decode(data)
    if declared and encoding.startswith("cp"):
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            text = data.decode(declared[1].decode("ascii"))
    code = detect(re.sub(r"<[^>]*>", " ", text[:SAMPLE]))
    return convert(text, code) if code else text
