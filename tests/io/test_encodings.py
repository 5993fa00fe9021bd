"""Text of every age: held against glibc's iconv and against viparse on whole paragraphs."""

import shutil
import subprocess
import unicodedata

import pytest

from camket.io import read_bytes
from camket.text.encodings import decode
from camket.text.legacy import convert, detect
from camket.text.legacy.convert import _tables, _vni_tables

PARAGRAPHS = (
    "Ủy ban nhân dân xã Thượng Lâm báo cáo kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2012; "
    "tổng thu ngân "
    "sách đạt 3,5 tỷ đồng, vượt 12% kế hoạch, tỷ lệ hộ nghèo giảm còn 18,4%.",
    "Trong năm, Đảng ủy đã lãnh đạo hoàn thành việc kiên cố hóa 2,4 km kênh mương, trồng mới 120 ha rừng; quốc "
    "phòng, an "
    "ninh được giữ vững. Tuy nhiên, việc giải phóng mặt bằng còn chậm do người dân chưa đồng thuận.",
    "Kính gửi: Ủy ban nhân dân huyện Khe Sơn. Thực hiện công văn của huyện về việc tổng kết công tác thủy lợi, "
    "phòng chống "
    "lụt bão, xã xin báo cáo như sau: đã nạo vét xong 06 tuyến mương, sửa chữa hồ Nà Đôn, củng cố đội xung kích.",
)  # fmt: skip
iconv = pytest.mark.skipif(not shutil.which("iconv"), reason="iconv is not installed")


def from_iconv(text, charset):
    """Bytes that glibc writes; letters it only knows in two parts are given in two parts."""
    done = subprocess.run(["iconv", "-f", "UTF-8", "-t", charset], input=text.encode(), capture_output=True, check=True)
    return done.stdout


def to_iconv(data, charset):
    done = subprocess.run(["iconv", "-f", charset, "-t", "UTF-8"], input=data, capture_output=True, check=True)
    return unicodedata.normalize("NFC", done.stdout.decode())


@iconv
@pytest.mark.parametrize("paragraph", PARAGRAPHS)
@pytest.mark.parametrize(("charset", "name"), [("TCVN", "tcvn3"), ("VISCII", "viscii"), ("CP1258", "cp1258")])
def test_bytes_are_read_as_iconv_reads_them(paragraph, charset, name):
    data = from_iconv(paragraph, charset)
    text, encoding = decode(data)
    assert encoding == name
    assert unicodedata.normalize("NFC", text) == to_iconv(data, charset) == paragraph


@iconv
@pytest.mark.parametrize(("charset", "code"), [("TCVN", "tcvn3"), ("VISCII", "viscii")])
def test_each_letter_of_the_tables(charset, code):
    for key, letter in _tables()[code].items():
        data = bytes([int(key, 16)])
        assert to_iconv(data + b" ", charset).rstrip(" ") == letter
        assert convert(data.decode("latin-1"), code) == letter


def to_vni(text):
    """Write a text in VNI, from the tables of the reader turned round."""
    _, letters, signs = _vni_tables()
    made = {}
    for base in "aeiouyôöAEIOUYÔÖ":
        for sign, mark in signs.items():
            letter = unicodedata.normalize("NFC", letters.get(base, base) + mark)
            if len(letter) == 1:
                made.setdefault(letter, base + (sign.upper() if base.isupper() else sign.lower()))
    made.update({letter: code for code, letter in letters.items()})
    return "".join(made.get(c, c) for c in text)


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_vni_agrees_with_viparse(paragraph):
    viparse = pytest.importorskip("viparse")
    written = to_vni(paragraph)
    assert written != paragraph
    assert convert(written, "vni") == paragraph
    assert viparse.fix(written) == paragraph
    assert detect(written) == "vni"


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_tcvn_shown_as_latin_agrees_with_viparse(paragraph):
    viparse = pytest.importorskip("viparse")
    # viparse drops the capitals that TCVN3 keeps among the control codes.
    paragraph = paragraph.replace("Ủ", "U")
    written = from_iconv(paragraph, "TCVN").decode("latin-1")
    assert viparse.fix(written) == convert(written, "tcvn3") == paragraph
    assert detect(written) == "tcvn3"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_unicode_in_all_its_forms(encoding, paragraph):
    assert decode(paragraph.encode(encoding))[0] == paragraph


@pytest.mark.parametrize("text", [
    "Nhãn hiệu ® và © của công ty", "Tổng 5 µm ± 2 §", "Café Đắk Lắk, Hoàng Sa", "Plain English text only",
    "Đạt 100% kế hoạch ® ©", "",
])  # fmt: skip
def test_good_unicode_is_left_alone(text):
    assert detect(text) is None


def test_a_legacy_text_file_says_what_was_repaired():
    data = from_iconv("\n".join(PARAGRAPHS), "TCVN") if shutil.which("iconv") else None
    if data is None:
        pytest.skip("iconv is not installed")
    document = read_bytes(data, "cu.txt")
    assert [block.text for block in document.blocks] == list(PARAGRAPHS)
    assert dict(document.repairs)["tcvn3"] > 0
