"""A dossier as one HTML page without scripts: a document's text can't become one."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib.resources import files

from camket import __version__
from camket.report.tracking.dossier import Dossier, Table, cell
from camket.report.words import Words


def to_html(dossier: Dossier, words: Words) -> str:
    """One page with every table; it asks for nothing from outside."""
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    allowed = "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    facts = "".join(f'<p class="facts">{escape(fact)}</p>\n' for fact in dossier.facts)
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{allowed}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(dossier.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<h1>{escape(dossier.title)}</h1>\n{facts}{''.join(_table(table, words) for table in dossier.filled)}"
        f"<footer>camket {__version__} · {escape(words('note'))}</footer>\n</body>\n</html>\n"
    )


def _table(table: Table, words: Words) -> str:
    heads = "".join(f'<th class="{column.kind}">{escape(column.head)}</th>' for column in table.columns)
    rows = "".join(_row(table, row, words) for row in table.rows)
    body = f'<div class="wide"><table><thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table></div>'
    return f"<h2>{escape(table.title)}</h2>\n{body if table.rows else escape(words('nothing'))}\n"


def _row(table: Table, row: tuple[object, ...], words: Words) -> str:
    cells = zip(table.columns, row, strict=True)
    return "<tr>" + "".join(f'<td class="{c.kind}">{escape(cell(v, words))}</td>' for c, v in cells) + "</tr>\n"
