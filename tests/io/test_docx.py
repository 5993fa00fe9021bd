"""Every word that Word shows, once."""

import pytest

from camket.io import ReadError, read_bytes
from documents.writers.raw import p, package, r, table


def texts(data, kind=None):
    return [b.text for b in read_bytes(data, "a.docx").blocks if kind is None or b.kind == kind]


DELETED = "<w:del><w:r><w:delText>cũ </w:delText></w:r></w:del>"


@pytest.mark.parametrize(("inner", "expected"), [
    pytest.param(r("Thu ") + f'<w:ins>{r("thêm ")}</w:ins>' + DELETED + r("5 tỷ"), "Thu thêm 5 tỷ", id="tracked"),
    pytest.param(r("Thu ") + f'<w:moveTo>{r("ở đây ")}</w:moveTo><w:moveFrom>{r("ở kia ")}</w:moveFrom>' + r("5 tỷ"),
                 "Thu ở đây 5 tỷ", id="moved"),
    pytest.param(f'<w:hyperlink>{r("Nghị quyết")}</w:hyperlink>' + r(" số 5"), "Nghị quyết số 5", id="link"),
    pytest.param(f'<w:sdt><w:sdtContent>{r("Ô nhập")}</w:sdtContent></w:sdt>' + r(" 5"), "Ô nhập 5", id="control"),
    pytest.param(f'<w:smartTag>{r("Hà Lâm")}</w:smartTag>', "Hà Lâm", id="smart-tag"),
    pytest.param("<w:r><w:t>kinh tế</w:t><w:noBreakHyphen/><w:t>xã hội</w:t></w:r>", "kinh tế-xã hội", id="hyphen"),
    pytest.param("<w:r><w:t>năm</w:t><w:tab/><w:t>2025</w:t></w:r>", "năm 2025", id="tab"),
    pytest.param("<w:r><w:t>đề ra</w:t><w:footnoteReference w:id='2'/></w:r>", "đề ra", id="note-mark"),
    pytest.param(r("Hiện") + r(" ẩn", properties="<w:vanish/>"), "Hiện", id="hidden"),
    pytest.param('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
                 '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("7")
                 + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
                 "7", id="field"),
    pytest.param(r("Hoàn tha\u0300nh"), "Hoàn thành", id="two-part-letters"),
    pytest.param(r("QÐ-TTg, Ƣu tiên, kế ho\u00adạch, Trạm\u200b Y tế"), "QĐ-TTg, Ưu tiên, kế hoạch, Trạm Y tế",
    id="look-alikes"),
])  # fmt: skip
def test_words_of_a_paragraph(inner, expected):
    assert texts(package(p(inner=inner))) == [expected]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><wps:txbx>"
        f"{box}</wps:txbx></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(package(p("Ngoài khung", inner=drawing))) == ["Ngoài khung", "Trong khung"]


def test_a_paragraph_whose_end_was_deleted_joins_the_next():
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("Thu ngân sách ") + "</w:p>"
    assert texts(package(first + p("đạt 5 tỷ"))) == ["Thu ngân sách đạt 5 tỷ"]


def test_a_block_level_control_and_insertion():
    body = f"<w:sdt><w:sdtContent>{p('Một')}</w:sdtContent></w:sdt><w:ins>{p('Hai')}</w:ins>"
    assert texts(package(body)) == ["Một", "Hai"]


def test_line_breaks_part_list_lines_only():
    words = ("Nhiệm vụ:", "- Thu đạt 5 tỷ", "đồng;", "- Chi đúng")
    lines = "<w:r>" + "<w:br/>".join(f"<w:t>{text}</w:t>" for text in words) + "</w:r>"
    assert texts(package(p(inner=lines))) == ["Nhiệm vụ:", "- Thu đạt 5 tỷ đồng;", "- Chi đúng"]


def test_headers_footers_and_notes_stand_apart():
    note = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    head, foot = (
        "<w:headerReference w:type='default' r:id='rId2'/>",
        "<w:footerReference w:type='default' r:id='rId3'/>",
    )
    section = f"<w:sectPr>{head}{foot}</w:sectPr>"
    data = package(p("Thân bài", inner=note) + section, footnotes=f"<w:footnote w:id='2'>{p('Chú thích')}</w:footnote>",
                   header1=p("Đầu trang"), footer1=p("Chân trang"))  # fmt: skip
    assert {kind: texts(data, kind) for kind in ("paragraph", "header", "footer", "footnote")} == {
        "paragraph": ["Thân bài"], "header": ["Đầu trang"], "footer": ["Chân trang"],
        "footnote": ["Chú thích"]}  # fmt: skip


def merged(text, kind):
    value = f' w:val="{kind}"' if kind == "restart" else ""
    return f"<w:tcPr><w:vMerge{value}/></w:tcPr>{p(text)}"


def test_merged_cells_have_their_text_once():
    data = package(table(
        [p("TT"), p("Nội dung"), p("Chủ trì")],
        [p("1"), p("Làm đường"), merged("Công an xã", "restart")],
        [p("2"), p("Lắp đèn"), merged("", "continue")],
        ["<w:tcPr><w:gridSpan w:val='3'/></w:tcPr>" + p("II. XÃ HỘI")],
    ))  # fmt: skip
    rows = read_bytes(data, "a.docx").blocks
    assert [row.cells for row in rows] == [
        ("TT", "Nội dung", "Chủ trì"), ("1", "Làm đường", "Công an xã"), ("2", "Lắp đèn", ""), ("II. XÃ HỘI",
        "", "")]  # fmt: skip
    assert [row.merged for row in rows] == [(), (), (2,), ()]
    assert rows[0].is_table_header


def test_a_nested_table_follows_its_row():
    inner = table([p("trong"), p("nữa")])
    rows = read_bytes(package(table([p("ngoài"), inner + p("cạnh")])), "a.docx").blocks
    assert [row.cells for row in rows] == [("ngoài", "cạnh"), ("trong", "nữa")]
    assert [row.position.table for row in rows] == [1, 2]


def test_a_deleted_row_is_left_out():
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("bỏ") + "</w:tc><w:tc>" + p("bỏ") + "</w:tc></w:tr>"
    data = package(table([p("a"), p("b")]).replace("</w:tbl>", gone + "</w:tbl>"))
    assert texts(data) == ["a | b"]


def test_a_head_in_two_columns_is_read_column_by_column():
    left = p("UBND HUYỆN KHE SƠN") + p("UBND XÃ HẢI PHÚ") + p("Số: 12/BC-UBND")
    right = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Hải Phú, ngày 05 tháng 01 năm 2024")
    document = read_bytes(package(table([left, right]) + p("BÁO CÁO")), "a.docx")
    assert [b.kind for b in document.blocks] == ["paragraph"] * 6
    assert document.metadata.number == "12/BC-UBND"


@pytest.mark.parametrize(("font", "written", "expected"), [
    (".VnTime", "Uû ban nh©n d©n x· H¶i Phó", "Uỷ ban nhân dân xã Hải Phú"),
    (".VnTimeH", "b¸o c¸o", "BÁO CÁO"),
    ("VNI-Times", "Uûy ban nhaân daân xaõ Haûi Phuù", "Ủy ban nhân dân xã Hải Phú"),
    ("Times New Roman", "Nhãn ® và ©", "Nhãn ® và ©"),
    (".VnTime", "Đã là Unicode: kết quả", "Đã là Unicode: kết quả"),
])  # fmt: skip
def test_the_font_of_a_run_tells_its_code(font, written, expected):
    data = package(p(inner=r(written, font=font) + r(" (2012)", font="Times New Roman")))
    assert texts(data) == [f"{expected} (2012)"]


def test_the_font_may_come_from_the_style():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
    )
    assert texts(package(p("kÕt qu¶"), styles=styles)) == ["kết quả"]


def test_a_strict_package_reads_the_same():
    data = package(p("Thu đạt 5 tỷ"), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert texts(data) == ["Thu đạt 5 tỷ"]


def test_what_was_left_out_is_told():
    document = read_bytes(package(p(inner=DELETED + r("mới"))), "a.docx")
    assert document.skipped == (("đoạn đã xóa (theo dõi thay đổi)", "deleted"),)


def test_an_entity_is_refused():
    data = package(p("x"))
    import io
    import zipfile

    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                part = part.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>', 1)
            out.writestr(name, part)
    with pytest.raises(ReadError) as raised:
        read_bytes(target.getvalue(), "a.docx")
    assert raised.value.code == "corrupt"
