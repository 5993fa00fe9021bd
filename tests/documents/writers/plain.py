"""Write a specification as plain text, a web page or a workbook."""

from __future__ import annotations

import html
import io

from documents.writers.spec import Line, Spec


def to_text(spec: Spec) -> bytes:
    """The document as text, one paragraph a line, cells joined with " | "."""
    return "\n".join(_text_lines(spec)).encode("utf-8")


def _text_lines(spec: Spec) -> list[str]:
    lines = [*spec.left_head, *spec.right_head, "", spec.raw["type"], spec.raw["title"], ""]
    if "addressee" in spec.raw:
        lines.append(f"Kính gửi: {spec.raw['addressee']}")
    lines += [line.typed for line in spec.lines]
    lines += ["", *spec.left_foot, "", *spec.right_foot, ""]
    if spec.appendix and spec.table:
        lines += [spec.appendix["title"], spec.appendix["subtitle"], spec.appendix["note"], ""]
        lines.append(" | ".join(spec.table.header))
        lines += [" | ".join(row[1:] if row[0] == "group" else row) for row in spec.table.rows]
    return lines


def to_html(spec: Spec) -> bytes:
    """The document as a saved page, with the menu and the comment form of its site."""
    e = html.escape
    parts = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>Cổng thông tin</title></head><body>",
             "<div class='menu'><a>Trang chủ</a> <a>Tin tức</a></div><main>",
             _html_pair(spec.left_head, spec.right_head),
             f"<p style='text-align:center'><b>{e(spec.raw['type'])}</b></p>",
             f"<p style='text-align:center'><b>{e(spec.raw['title'])}</b></p>"]  # fmt: skip
    if "addressee" in spec.raw:
        parts.append(f"<p>Kính gửi: {e(spec.raw['addressee'])}</p>")
    parts += [_html_line(line) for line in spec.lines]
    parts.append(_html_pair(spec.left_foot, spec.right_foot))
    parts.append(_html_table(spec))
    parts.append("</main><div id='comments'>Bình luận của bạn: <form><input></form></div></body></html>")
    return "\n".join(parts).encode("utf-8")


def _html_pair(left: list[str], right: list[str]) -> str:
    cells = ("".join(f"<p>{html.escape(t)}</p>" for t in lines) for lines in (left, right))
    return "<table><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>"


def _html_line(line: Line) -> str:
    text = html.escape(line.typed)
    return f"<p><b>{text}</b></p>" if line.role == "heading" else f"<p>{text}</p>"


def _html_table(spec: Spec) -> str:
    if not spec.appendix or not spec.table:
        return ""
    e = html.escape
    rows = ["<tr>" + "".join(f"<th>{e(t)}</th>" for t in spec.table.header) + "</tr>"]
    for row in spec.table.rows:
        if row[0] == "group":
            rows.append(f"<tr><td>{e(row[1])}</td><td colspan='{len(spec.table.header) - 1}'>{e(row[2])}</td></tr>")
        else:
            rows.append("<tr>" + "".join(f"<td>{e(t)}</td>" for t in row) + "</tr>")
    head = "".join(f"<p>{e(spec.appendix[k])}</p>" for k in ("title", "subtitle", "note"))
    return head + "<table border='1'>" + "".join(rows) + "</table>"


def to_xlsx(spec: Spec) -> bytes:
    """The document as a workbook: running text in column A, the appendix on a sheet of its own."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("Nội dung")
    row = 0
    for left, right in zip(spec.left_head, [*spec.right_head, "", "", ""], strict=False):
        sheet.write_string(row, 0, left)
        sheet.write_string(row, 4, right)
        row += 1
    lines = [spec.raw["type"], spec.raw["title"]]
    if "addressee" in spec.raw:
        lines.append(f"Kính gửi: {spec.raw['addressee']}")
    lines += [line.typed for line in spec.lines] + [*spec.left_foot, *spec.right_foot]
    for number, text in enumerate(lines, row + 1):
        sheet.write_string(number, 0, text)
    if spec.table:
        _xlsx_table(book, spec)
    book.close()
    return buffer.getvalue()


def _xlsx_table(book: object, spec: Spec) -> None:
    sheet = book.add_worksheet("Phụ lục")  # type: ignore[attr-defined]
    assert spec.appendix is not None
    assert spec.table is not None
    for row, key in enumerate(("title", "subtitle", "note")):
        sheet.merge_range(row, 0, row, len(spec.table.header) - 1, spec.appendix[key])
    for row, cells in enumerate([spec.table.header, *spec.table.rows], 4):
        for column, text in enumerate(cells[1:] if cells[0] == "group" else cells):
            if text.isdigit() and not text.startswith("0"):
                sheet.write_number(row, column, int(text))
            else:
                sheet.write_string(row, column, text)
