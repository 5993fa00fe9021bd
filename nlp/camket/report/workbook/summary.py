"""The first sheet: counts and charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from camket.records import CRITERIA, CriterionState, Report, Verdict
from camket.report.words import Words
from camket.report.workbook.styles import SIGNS, Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_VERDICTS: tuple[Verdict, ...] = ("clear", "incomplete", "vague")
_STATES: tuple[CriterionState, ...] = ("present", "inherited", "unclear", "missing")
_BARS = {"present": "#009E73", "inherited": "#56B4E9", "unclear": "#F0E442", "missing": "#D55E00"}
_VERDICT_BARS = {"clear": "#009E73", "incomplete": "#F0E442", "vague": "#D55E00"}


def write_summary(book: Workbook, reports: Sequence[Report], words: Words, styles: Styles) -> None:
    """Counts of verdicts and criteria with a chart of each, then one row a document."""
    name = words("sheet_summary")
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 42)
    sheet.set_column(1, 9, 13)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, words("register"), styles.title)
    sheet.write_string(1, 0, words("register_note"), styles.note)
    row = _verdicts(sheet, 3, reports, words, styles)
    criteria = _criteria(sheet, row + 1, reports, words, styles)
    top = _documents(sheet, criteria + 1, reports, words, styles)
    _charts(book, sheet, (name, 4, row + 2, top + 1), words, commitments=_any_commitment(reports))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _any_commitment(reports: Sequence[Report]) -> bool:
    return any(a.judgement.act == "commitment" for r in reports for a in r.annotations)


def _verdicts(sheet: Worksheet, row: int, reports: Sequence[Report], words: Words, styles: Styles) -> int:
    counts = Counter(a.judgement.verdict_in_document for r in reports for a in r.annotations)
    _heads(sheet, row, [words("column_verdict"), words("column_count")], styles)
    for offset, verdict in enumerate(_VERDICTS, 1):
        sheet.write_string(row + offset, 0, words(f"verdict_{verdict}"), styles.label)
        sheet.write_number(row + offset, 1, counts[verdict], styles.kinds["whole"])
    return row + len(_VERDICTS) + 1


def _criteria(sheet: Worksheet, row: int, reports: Sequence[Report], words: Words, styles: Styles) -> int:
    states = Counter((c.name, c.state) for r in reports for a in r.annotations for c in a.judgement.criteria)
    heads = [words("column_criterion"), *(f"{SIGNS[s]} {words(f'state_{s}', source='…')}" for s in _STATES)]
    _heads(sheet, row, heads, styles)
    for offset, name in enumerate(CRITERIA, 1):
        sheet.write_string(row + offset, 0, words(f"criterion_{name}").capitalize(), styles.label)
        for number, state in enumerate(_STATES, 1):
            sheet.write_number(row + offset, number, states[name, state], styles.kinds["whole"])
    return row + len(CRITERIA) + 1


def _documents(sheet: Worksheet, row: int, reports: Sequence[Report], words: Words, styles: Styles) -> int:
    verdicts = [words(f"verdict_{v}") for v in _VERDICTS]
    heads = [words("column_document"), words("column_items"), words("column_score"), *verdicts, words("column_results"),
             words("questions")]  # fmt: skip
    _heads(sheet, row, heads, styles)
    for offset, report in enumerate(reports, 1):
        counts = Counter(a.judgement.verdict_in_document for a in report.annotations)
        sheet.write_string(row + offset, 0, report.document.name, styles.kinds["text"])
        sheet.write_number(row + offset, 1, len(report.annotations), styles.kinds["whole"])
        if report.score is None:
            sheet.write_blank(row + offset, 2, None, styles.kinds["score"])
        else:
            sheet.write_number(row + offset, 2, report.score, styles.kinds["score"])
        numbers = [*(counts[v] for v in _VERDICTS), sum(len(a.evidence.claims) for a in report.annotations),
                   len(report.findings) + sum(len(a.findings) for a in report.annotations)]  # fmt: skip
        for number, value in enumerate(numbers, 3):
            sheet.write_number(row + offset, number, value, styles.kinds["whole"])
    return row + len(reports)


def _heads(sheet: Worksheet, row: int, heads: Sequence[str], styles: Styles) -> None:
    sheet.set_row(row, 32)
    for number, head in enumerate(heads):
        sheet.write_string(row, number, head, styles.head)


def _charts(
    book: Workbook, sheet: Worksheet, places: tuple[str, int, int, int], words: Words, *, commitments: bool
) -> None:
    """The two charts below the tables; a document without commitments needs none."""
    if not commitments:
        return
    name, verdicts, criteria, top = places
    first = book.add_chart({"type": "column"})
    points = [{"fill": {"color": _VERDICT_BARS[v]}} for v in _VERDICTS]
    first.add_series({
        "categories": [name, verdicts, 0, verdicts + 2, 0], "values": [name, verdicts, 1, verdicts + 2, 1],
        "points": points, "data_labels": {"value": True}, "gap": 60,
    })  # fmt: skip
    first.set_legend({"none": True})
    second = book.add_chart({"type": "bar", "subtype": "stacked"})
    for number, state in enumerate(_STATES, 1):
        second.add_series({
            "name": [name, criteria - 1, number], "categories": [name, criteria, 0, criteria + 5, 0],
            "values": [name, criteria, number, criteria + 5, number], "fill": {"color": _BARS[state]}, "gap": 40,
        })  # fmt: skip
    second.set_legend({"position": "bottom"})
    second.set_y_axis({"reverse": True})
    second.set_x_axis({"label_position": "high"})
    for chart, key, cell, size in ((first, "chart_verdicts", (top + 1, 0), (370, 300)),
                                   (second, "chart_criteria", (top + 1, 2), (640, 300))):  # fmt: skip
        chart.set_title({"name": words(key), "name_font": {"size": 12, "name": "Times New Roman"}, "overlay": False})
        chart.set_size({"width": size[0], "height": size[1]})
        sheet.insert_chart(*cell, chart)
