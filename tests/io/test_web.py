"""Saved pages: the article stays, the site goes."""

import pytest

from camket.io import read_bytes


def lines(html, name="a.html"):
    return [f"{b.label} {b.text}".strip() for b in read_bytes(html.encode(), name).blocks]


def test_lists_keep_their_numbers():
    html = "<ol start='3'><li>ba<li>bốn<ul><li>gạch</ul></ol><ol type='a'><li>chữ a</ol><ol type='I'><li>la mã</ol>"
    assert lines(html) == ["3. ba", "4. bốn", "- gạch", "a) chữ a", "I. la mã"]


def test_the_site_around_the_article_is_dropped():
    html = (
        "<html><head><title>Cổng</title><script>var a='thu 5 tỷ'</script></head><body><nav>Trang chủ</nav>"
        "<div class='main-menu'>Tin tức</div><div style='display:none'>ẩn</div>"
        "<article><h1>Cam kết năm 2025</h1><p>Ngày cập nhật: 02/03/2025 14:39</p><p>Thu đạt 5 tỷ đồng.</p></article>"
        "<div id='comments'>Ý kiến</div><form>Nhập mã bảo mật <input></form>"
        "<p>CÁC TIN KHÁC</p><p>bahis escort casino</p><footer><p>ok</p></footer></body></html>"
    )
    document = read_bytes(html.encode(), "a.html")
    assert [b.text for b in document.blocks] == [
        "Cam kết năm 2025",
        "Ngày cập nhật: 02/03/2025 14:39",
        "Thu đạt 5 tỷ đồng.",
    ]
    assert str(document.metadata.date) == "2025-03-02"
    assert document.skipped


def test_tables_keep_their_grid():
    html = (
        "<table><thead><tr><th>TT<th>Nội dung<th>Thời hạn</tr></thead><tr><td>1<td>Làm<br>đường<td "
        "rowspan=2>Quý II</tr>"
        "<tr><td>2<td>Lắp đèn</tr><tr><td colspan=3>II. XÃ HỘI</tr></table>"
    )
    rows = read_bytes(html.encode(), "a.html").blocks
    assert [r.cells for r in rows] == [
        ("TT", "Nội dung", "Thời hạn"), ("1", "Làm đường", "Quý II"), ("2", "Lắp đèn", ""), ("II. XÃ HỘI", "",
        "")]  # fmt: skip
    assert rows[2].merged == (2,)


def test_a_layout_table_is_no_table():
    html = "<table><tr><td>Trái<td><table><tr><td>a<td>b</table></table>"
    blocks = read_bytes(html.encode(), "a.html").blocks
    assert [(b.kind, b.text) for b in blocks] == [("paragraph", "Trái"), ("table_row", "a | b")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1258"])
def test_encodings(encoding):
    html = "<html><body><p>Thu ngân sa\u0301ch năm 2025 tăng ma\u0323nh.</p></body></html>"
    assert read_bytes(html.encode(encoding), "a.html").blocks[0].text == "Thu ngân sách năm 2025 tăng mạnh."


def test_a_page_nested_a_thousand_deep():
    assert lines("<div>" * 1000 + "<p>sâu</p>" + "</div>" * 1000) == ["sâu"]


def test_a_press_page_as_text():
    """Menu, counters, captcha and advertisements of a page that was copied as text."""
    text = (
        "Xã vùng cao giữ lời cam kết với Nhân dân trong năm nhiều thử thách\n\nNgày cập nhật: 12/05/2022 08:15:00\n\n"
        "- Thưa ông, kết quả ra sao?\n\n- Xã đã trồng mới 40 ha quế. Việc giao đất còn chậm do thiếu nguồn lực.\n\n"
        "Nương quế đầu mùa -Ảnh: LÒ A PÁO\n\nTrong thời gian tới, xã tập trung thực hiện các nội dung sau:\n\n"
        "Một là, trồng thêm 20 ha quế. Giao thôn Nà Lốc chủ trì.\n\nHai là, hoàn thành giao đất trước ngày "
        "30/9/2022.\n\n"
        "-Xin cảm ơn ông.\n\nHoàng Lan (thực hiện)\n Liên hệ - Góp ý  Quay lại!\n\nBình luận của bạn:\n\nẢnh CAPTCHA\n"
        "Nhập mã bảo mật trên\n108973726\n  casino bahis escort"
    )
    from camket.items import detect_kind, split

    document = read_bytes(text.encode(), "bai-bao.txt")
    assert str(document.metadata.date) == "2022-05-12"
    assert detect_kind(document) == "mixed"
    assert [(item.label, item.kind, item.text) for item in split(document)] == [
        ("-", "report", "Xã đã trồng mới 40 ha quế. Việc giao đất còn chậm do thiếu nguồn lực."),
        ("Một là,", "commitment", "trồng thêm 20 ha quế. Giao thôn Nà Lốc chủ trì."),
        ("Hai là,", "commitment", "hoàn thành giao đất trước ngày 30/9/2022."),
    ]
