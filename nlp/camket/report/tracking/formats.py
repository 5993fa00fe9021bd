"""The outputs of a dossier by name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from camket.report.tables import safe
from camket.report.tracking.dossier import Dossier
from camket.report.words import Words

FORMATS = ("text", "json", "jsonl", "csv", "html", "xlsx", "docx")
BINARY = frozenset({"xlsx", "docx"})


def render(dossier: Dossier, format: str, words: Words) -> str | bytes:
    """A dossier in one of :data:`FORMATS`.

    Raises
    ------
    KeyError
        Where there is no such format.
    """
    return _WRITERS[format](dossier, words)


def _text(dossier: Dossier, _: Words) -> str:
    return dossier.text.rstrip("\n") + "\n"


def _json(dossier: Dossier, _: Words) -> str:
    return json.dumps(dossier.data, ensure_ascii=False, indent=2) + "\n"


def _jsonl(dossier: Dossier, _: Words) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in dossier.tables[0].records())


def _csv(dossier: Dossier, _: Words) -> str:
    out, main = io.StringIO(), dossier.tables[0]
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.key for column in main.columns)
    for record in main.records():
        writer.writerow(map(safe, record.values()))
    return out.getvalue()


def _html(dossier: Dossier, words: Words) -> str:
    from camket.report.tracking.page import to_html

    return to_html(dossier, words)


def _xlsx(dossier: Dossier, words: Words) -> bytes:
    from camket.report.tracking.book import to_xlsx

    return to_xlsx(dossier, words)


def _docx(dossier: Dossier, words: Words) -> bytes:
    from camket.report.tracking.letter import to_docx

    return to_docx(dossier, words)


_WRITERS: dict[str, Callable[[Dossier, Words], str | bytes]] = {
    "text": _text, "json": _json, "jsonl": _jsonl, "csv": _csv, "html": _html, "xlsx": _xlsx, "docx": _docx,
}  # fmt: skip
