"""PDF files drawn by reportlab: lines, columns, tables over page breaks, scans, locked files."""

import io
from pathlib import Path

import pytest

from camket.io import ReadError, read_bytes
from camket.io.pdf.grid import find_tables
from camket.io.pdf.ocr import find_tesseract
from camket.items import split

reportlab = pytest.importorskip("reportlab")
FONTS = [Path(folder, name) for folder in ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation")
         for name in ("DejaVuSerif.ttf", "LiberationSerif-Regular.ttf")]  # fmt: skip
FONT = next((str(path) for path in FONTS if path.exists()), None)
pytestmark = pytest.mark.skipif(FONT is None, reason="no font with Vietnamese letters")

HEAD = ["TT", "Nội dung", "Thời hạn", "Chủ trì"]


def styles():
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if "Viet" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Viet", FONT))
    return ParagraphStyle("body", fontName="Viet", fontSize=12, leading=17, firstLineIndent=20, alignment=4)


def build(story, encrypt=None, head="UBND xã Thượng Lâm"):
    from reportlab.platypus import SimpleDocTemplate

    def running(canvas, document):
        canvas.setFont("Viet", 9)
        canvas.drawCentredString(300, 815, head)
        canvas.drawCentredString(300, 20, f"Trang {document.page}")

    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, encrypt=encrypt).build(story, onFirstPage=running, onLaterPages=running)
    return buffer.getvalue()


def paragraphs(*texts):
    from reportlab.platypus import Paragraph

    style = styles()
    return [Paragraph(text, style) for text in texts]


LONG = (
    "Trong năm, Ủy ban nhân dân xã đã chỉ đạo các thôn, các ngành tập trung hoàn thành việc cấp giấy chứng nhận "
    "quyền sử "
    "dụng đất lần đầu cho 180 hộ gia đình, trồng mới 126 ha rừng sản xuất và bê tông hóa 1,9 km đường nội thôn "
    "Khuổi Pín, "
    "từng bước nâng cao đời sống của Nhân dân trên địa bàn."
)


def test_wrapped_lines_are_joined():
    document = read_bytes(build(paragraphs(*[LONG] * 3), head=""), "a.pdf")
    assert [block.text for block in document.blocks] == [LONG] * 3


def test_short_paragraphs_stay_apart_though_one_is_full():
    from reportlab.platypus import Paragraph

    style = styles().clone("apart", firstLineIndent=0, alignment=0, spaceAfter=12)
    full = "10. Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị."
    short = [f"{n}. Trồng {n} ha rừng tại thôn Đông." for n in range(1, 10)]
    lines = [*short, LONG, full, "Trách nhiệm người đứng đầu như trên."]
    story = [Paragraph(line, style) for line in lines]
    assert [block.text for block in read_bytes(build(story, head=""), "a.pdf").blocks] == lines


def test_running_heads_and_page_numbers_are_dropped():
    document = read_bytes(build(paragraphs(*[LONG] * 40)), "a.pdf")
    assert [block.text for block in document.blocks] == [LONG] * 40
    assert {block.position.page for block in document.blocks} >= {1, 2, 3}
    assert document.skipped[0][1] == "running"


def grid(rows, span=(), repeat=1):
    from reportlab.lib.colors import black
    from reportlab.platypus import Paragraph, Table

    style = styles().clone("cell", firstLineIndent=0, alignment=0)
    cells = [[Paragraph(text, style) for text in row] for row in rows]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, black), *span]
    return Table(cells, colWidths=[35, 220, 90, 110], repeatRows=repeat, style=lines, splitInRow=1)


def test_a_table_over_pages_is_one_table():
    task = "Hoàn thành công việc thứ {} theo kế hoạch đã được phê duyệt"
    rows = [HEAD, *([str(n), task.format(n), f"{n % 28 + 1}/6/2025", "Công an xã"] for n in range(1, 61))]
    items = split(read_bytes(build([*paragraphs("Mở đầu."), grid(rows), *paragraphs("Kết thúc.")]), "a.pdf"))
    assert [item.text for item in items] == ["Mở đầu.", *(" | ".join(row) for row in rows[1:]), "Kết thúc."]
    assert {item.position.table for item in items[1:-1]} == {1}


def test_a_row_that_a_page_break_cuts_is_joined():
    rows = [HEAD, *[[str(n), LONG, "30/6/2025", "Công an xã"] for n in range(1, 9)]]
    items = split(read_bytes(build([grid(rows)]), "a.pdf"))
    assert [item.text for item in items] == [" | ".join(row) for row in rows[1:]]


def test_merged_cells_have_their_text_once():
    rows = [
        HEAD,
        ["1", "Làm đường", "Quý II", "Công an xã"],
        ["2", "Lắp đèn", "Quý III", ""],
        ["II. XÃ HỘI", "", "", ""],
    ]
    document = read_bytes(
        build([grid(rows, span=[("SPAN", (3, 1), (3, 2)), ("SPAN", (0, 3), (3, 3))])], head=""), "a.pdf"
    )
    assert [block.cells for block in document.blocks] == [tuple(row) for row in rows]
    assert [block.merged for block in document.blocks] == [(), (), (3,), ()]
    items = split(document)
    assert (items[1].owner.value, items[1].owner.source) == ("Công an xã", "column")


def test_a_locked_file():
    with pytest.raises(ReadError) as raised:
        read_bytes(build(paragraphs("Mật"), encrypt="bí mật"), "a.pdf")
    assert raised.value.code == "encrypted"


def scanned(pages):
    """Pictures of pages, as a scanner would write them."""
    import pypdfium2

    pictures = [page.render(scale=200 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pages)]
    buffer = io.BytesIO()
    pictures[0].save(buffer, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return buffer.getvalue()


def test_a_scan_without_ocr():
    with pytest.raises(ReadError) as raised:
        read_bytes(scanned(build(paragraphs("Thu ngân sách đạt 95% dự toán."))), "a.pdf", ocr=False)
    assert raised.value.code == "ocr_off"


def test_a_scan_where_tesseract_is_missing(monkeypatch):
    monkeypatch.setattr("camket.io.pdf.ocr.find_tesseract", lambda: None)
    with pytest.raises(ReadError) as raised:
        read_bytes(scanned(build(paragraphs("Thu ngân sách đạt 95% dự toán."))), "a.pdf")
    assert raised.value.code == "image_only"
    assert "Tesseract" in str(raised.value)


@pytest.mark.skipif(not find_tesseract(), reason="Tesseract with Vietnamese is not installed")
def test_a_scan_is_read_and_its_figures_are_marked():
    document = read_bytes(scanned(build(paragraphs(LONG))), "a.pdf")
    text = " ".join(block.text for block in document.blocks)
    assert sum(word in text for word in LONG.split()) > 0.9 * len(LONG.split())
    marked = [block.text[start:end] for block in document.blocks for start, end in block.unsure]
    assert "180" in marked
    assert "cần kiểm tra" in document.warnings[0]


def test_rules_that_only_frame_are_no_table():
    frame = [(0, 0, 100, 0), (0, 50, 100, 50), (0, 0, 0, 50), (100, 0, 100, 50)]
    assert find_tables(frame) == []
