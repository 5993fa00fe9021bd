"""An item's text with its findings marked, as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from camket.records import Finding

_WEIGHT = {"info": 0, "warning": 1, "error": 2}


def marked(text: str, findings: Sequence[Finding]) -> str:
    """Escape a text and put ``mark`` around the words of findings; where spans overlap, each stretch is marked once.

    Examples
    --------
    >>> finding = Finding("SP02", "effort-verb-only", "warning", "product", "?", 0, 4)
    >>> marked("Tăng <b>", [finding])
    '<mark class="warning">Tăng<sup>SP02</sup></mark> &lt;b&gt;'
    """
    spans = [f for f in findings if f.start is not None and f.end is not None]
    bounds = sorted({0, len(text), *(f.start for f in spans), *(f.end for f in spans)})  # type: ignore[type-var]
    pieces = []
    for start, end in pairwise(bounds):
        covering = [f for f in spans if f.start <= start and end <= f.end]  # type: ignore[operator]
        pieces.append(_mark(text[start:end], covering, [f for f in covering if f.end == end]))
    return "".join(pieces)


def _mark(words: str, covering: Sequence[Finding], ending: Sequence[Finding]) -> str:
    if not covering:
        return escape(words)
    heaviest = max(covering, key=lambda f: _WEIGHT[f.severity])
    kind = heaviest.severity if any(f.status == "open" for f in covering) else "closed"
    codes = "".join(f"<sup>{escape(f.code)}</sup>" for f in ending)
    return f'<mark class="{kind}">{escape(words)}{codes}</mark>'
