"""The page around the items."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from camket import __version__
from camket.records import CRITERIA, Report
from camket.report.findings import summary_line
from camket.report.page.items import SIGNS, article, questions
from camket.report.words import Words


def to_html(reports: Sequence[Report], words: Words | None = None) -> str:
    """One page for some reports.

    Style and script stand in the file, and its policy allows no other script, no request and no frame: text of a
    document can't become any of these. Without a script all items are shown and only the filter is missing.

    Parameters
    ----------
    reports : sequence of Report
        In the order in which they are to stand.
    words : Words, optional
        The language.
    """
    words = words or Words()
    style, script = _asset("style.css"), _asset("filter.js")
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    name = escape(" · ".join(r.document.name for r in reports) or "camket")
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{name}</title>\n<style>{style}</style>\n</head>\n<body>\n{_form(reports, words)}"
        f"{''.join(_document(report, words) for report in reports)}"
        f'<footer class="small">camket {__version__} · {escape(words("register_note"))}</footer>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


@cache
def _asset(name: str) -> str:
    return files("camket.report.page").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _form(reports: Sequence[Report], words: Words) -> str:
    judged = [a.judgement for r in reports for a in r.annotations]
    kinds: Counter[str] = Counter(j.standing for j in judged)
    codes = Counter(f.code for r in reports for a in r.annotations for f in a.findings)
    names = {v: words(f"verdict_{v}") for v in ("clear", "incomplete", "vague", "responsibility")}
    shown = [k for k in (*names, "claim", "cause", "proposal", "other") if kinds[k]]
    options = "".join(
        f'<option value="{k}">{escape(names.get(k) or words(f"act_{k}"))} ({kinds[k]})</option>' for k in shown
    )
    flaws = "".join(f'<option value="{escape(c)}">{escape(c)} ({n})</option>' for c, n in sorted(codes.items()))
    every = f'<option value="">{escape(words("filter_all"))}</option>'
    return (
        f'<form hidden><label>{escape(words("column_verdict"))} <select name="kind">{every}{options}</select></label>'
        f'<label>{escape(words("column_code"))} <select name="code">{every}{flaws}</select></label>'
        f'<label>{escape(words("filter_words"))} <input type="search" name="words"></label>'
        f'<label><input type="checkbox" name="open"> {escape(words("filter_open"))}</label>'
        f'<span class="small" id="shown" role="status"></span></form>\n'
    )


def _document(report: Report, words: Words) -> str:
    facts = [words(f"kind_{report.kind}")]
    if report.date:
        facts.append(words("read_date", date=words.day(report.date)))
    if report.document.metadata.issuer:
        facts.append(report.document.metadata.issuer)
    warnings = "".join(f'<p class="notice">{escape(words(w) if w == "no_date" else w)}</p>' for w in report.warnings)
    return (
        f"<section><h1>{escape(report.document.name)}</h1>\n"
        f'<p class="facts">{escape(" · ".join(facts))}</p>{warnings}'
        f"<p>{escape(summary_line(report, words))}</p>{_criteria(report, words)}{questions(report.findings, words)}"
        f"<h2>{escape(words('sheet_items'))}</h2>\n{''.join(article(a, words) for a in report.annotations)}</section>\n"
    )


def _criteria(report: Report, words: Words) -> str:
    states = Counter((c.name, c.state) for a in report.annotations for c in a.judgement.criteria)
    total = max((sum(states[name, s] for s in SIGNS) for name in CRITERIA), default=0)
    if not total:
        return ""
    heads = "".join(f"<th>{sign} {escape(words(f'state_{s}', source='…'))}</th>" for s, sign in SIGNS.items())
    rows = "".join(
        f"<tr><th>{escape(words(f'criterion_{name}').capitalize())}</th>"
        + "".join(f'<td class="n">{states[name, s] or ""}</td>' for s in SIGNS)
        + "</tr>"
        for name in CRITERIA
    )
    return f"<table><tr><th>{escape(words('column_criterion'))}</th>{heads}</tr>{rows}</table>"
