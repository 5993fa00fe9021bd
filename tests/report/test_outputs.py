"""Register, page, SARIF, tables: whole, readable by others, and never more than text."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

import openpyxl
import pandas as pd
import pytest
from jsonschema import Draft4Validator

from camket.api import check_document
from camket.io import read_bytes
from camket.records import Document, Report
from camket.report import tables
from camket.report.findings import summary_line
from camket.report.formats import OUTPUTS
from camket.report.page import to_html
from camket.report.sarif import to_sarif
from camket.report.words import Words
from camket.report.workbook import to_xlsx
from camket.rules import builtin
from report.support import LINES, NASTY, ROWS, report_of, word_file
from support import CASES

EMPTY = Report(Document("a.txt", ()), "commitment", None, ())


@pytest.fixture(scope="module")
def nasty() -> Report:
    return report_of(word_file([*LINES, *NASTY], ROWS, numbered=False), '=1+1"<b>.docx')


def decided(report: Report) -> Report:
    """The report with its first two findings set aside and accepted."""
    decisions = iter([("suppressed", "đã giao tại Quyết định 12"), ("accepted", "")])
    annotations = []
    for annotation in report.annotations:
        status, reason = next(decisions, ("open", "")) if annotation.findings else ("open", "")
        marked = tuple(replace(f, status=status, reason=reason) for f in annotation.findings)
        annotations.append(replace(annotation, findings=marked))
    return replace(report, annotations=tuple(annotations))


@pytest.mark.parametrize("name", sorted(OUTPUTS))
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_output_takes_anything(name, lang, nasty) -> None:
    for reports in ([], [EMPTY], [nasty, EMPTY]):
        assert OUTPUTS[name].write(reports, Words(lang)) is not None


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "csv", "html", "sarif"])
def test_reasons_stay_visible(name, nasty) -> None:
    assert "đã giao tại Quyết định 12" in OUTPUTS[name].write([decided(nasty)], Words())


def cells(data: bytes):
    return [cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]


def test_register_holds_no_formula_and_no_link(nasty) -> None:
    data = to_xlsx([nasty])
    found = cells(data)
    assert not [c for c in found if c.data_type == "f" or c.hyperlink]
    assert any(str(c.value).startswith("=HYPERLINK") or "=HYPERLINK" in str(c.value) for c in found)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
    assert not any("<f>" in s or "<hyperlink" in s for s in sheets)


def test_register_has_dates_numbers_filters_and_lists(nasty) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([nasty])))
    sheet = book["Cam kết"]
    heads = [c.value for c in sheet[1]]
    rows = [dict(zip(heads, (c.value for c in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    road = next(r for r in rows if "thôn Đông" in r["Nội dung"])
    assert road["Thời hạn"] == datetime(2024, 9, 29)
    assert road["Chỉ tiêu"] == 3
    assert road["Đánh giá"] == "RÕ"
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref
    assert [v.type for v in sheet.data_validations.dataValidation] == ["list"]
    assert len(sheet.conditional_formatting) >= 7
    with zipfile.ZipFile(io.BytesIO(to_xlsx([nasty]))) as archive:
        assert sum(name.startswith("xl/charts/chart") for name in archive.namelist()) == 2


def test_register_shows_reasons(nasty) -> None:
    assert any("đã giao tại Quyết định 12" in str(c.value) for c in cells(to_xlsx([decided(nasty)])))


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict]] = []

    def handle_starttag(self, tag, attrs) -> None:
        self.seen.append((tag, dict(attrs)))


def test_page_runs_nothing_but_its_own_script(nasty) -> None:
    page = to_html([decided(nasty)])
    tags = Tags()
    tags.feed(page)
    names = [tag for tag, _ in tags.seen]
    assert names.count("script") == 1
    assert not set(names) & {"img", "iframe", "a", "link", "object", "embed", "base"}
    assert not [a for _, attrs in tags.seen for a in attrs if a.startswith("on") or a in ("src", "href", "style")]
    policy = next(a["content"] for t, a in tags.seen if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import|https?://(?!evil\.example)", page)


def test_page_filters_by_what_it_shows(nasty) -> None:
    tags = Tags()
    tags.feed(to_html([nasty]))
    articles = [a for t, a in tags.seen if t == "article"]
    assert len(articles) == len(nasty.annotations)
    assert {"vague", "clear"} <= {a["data-kind"] for a in articles}
    assert any("SP02" in a["data-codes"].split() for a in articles)


def test_sarif_fits_the_published_schema(nasty) -> None:
    schema = json.loads((CASES / "report" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(to_sarif([decided(nasty), EMPTY]))
    assert [e.message for e in Draft4Validator(schema).iter_errors(log)] == []
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len(builtin().rules)
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert [s["justification"] for r in run["results"] for s in r.get("suppressions", ())]
    assert any(r.get("baselineState") == "unchanged" for r in run["results"])


def test_csv_is_safe_for_spreadsheets(nasty) -> None:
    rows = list(csv.reader(io.StringIO(tables.to_csv([nasty]), newline="")))
    assert len(rows) == len(nasty.annotations) + 1
    assert not [c for row in rows for c in row if c[:1] in "=+-@" and c]


def test_parquet_keeps_dates_and_verdicts(nasty) -> None:
    frame = pd.read_parquet(io.BytesIO(tables.to_parquet([nasty])))
    assert len(frame) == len(nasty.annotations)
    assert str(frame["deadline"].dtype).startswith("datetime64")
    assert set(frame["verdict_in_document"].dropna()) <= {"clear", "incomplete", "vague"}
    assert frame["score"].dropna().between(0, 6).all()


def test_json_has_schema_version_score_and_findings(nasty) -> None:
    data = json.loads(tables.to_json([nasty]))
    assert data["schema"]
    document = data["documents"][0]
    assert 0 <= document["score"] <= 6
    item = next(i for i in document["items"] if i["camket"].get("criteria"))
    points = {"present": 1, "inherited": 1, "unclear": 0.5, "missing": 0}
    assert item["camket"]["score"] == sum(points[c["state"]] for c in item["camket"]["criteria"])


def test_summary_counts(nasty) -> None:
    line = summary_line(nasty, Words())
    assert f"{len(nasty.annotations)} nội dung" in line


def test_text_shows_what_an_item_stands_under_and_what_is_asked_of_the_whole() -> None:
    lines = ("BẢN CAM KẾT", "Năm 2024", "9. Cải cách hành chính", "a) Số hóa 100% hồ sơ;", "b) Mở 02 lớp tập huấn.",
             "10. Làm mới 3 km đường thôn Đông trước ngày 30/9/2024.")  # fmt: skip
    document = read_bytes("\n".join(lines).encode(), "a.txt")
    text = OUTPUTS["text"].write([check_document(document)], Words())
    blocks = text.split("\n\n")
    assert [block.count("Thuộc phần: Cải cách hành chính") for block in blocks[1:4]] == [1, 1, 0]
    of_all = next(block for block in blocks if block.startswith("Về cả văn bản:"))
    assert "NG05" in of_all
    assert not any("NG05" in block for block in blocks if block is not of_all)
