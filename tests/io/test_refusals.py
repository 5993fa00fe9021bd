"""What can't be read is refused with one sentence and a stable code."""

import io
import pickle
import zipfile

import pytest

from camket.io import Limits, ReadError, read, read_bytes
from camket.text.resources import load_toml
from documents.writers.raw import p, package


def code(data, name, **options):
    with pytest.raises(ReadError) as raised:
        read_bytes(data, name, **options)
    message = str(raised.value)
    assert message[0].isupper()
    assert message.endswith(".")
    assert "{" not in message
    return raised.value.code


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(("data", "name", "expected"), [
    (b"", "a.docx", "empty"),
    (b"PK\x03\x04 broken", "a.docx", "corrupt"),
    (b"PK\x03\x04 broken", "a.xlsx", "corrupt"),
    (b"no zip at all", "a.docx", "corrupt"),
    (b"no zip at all", "a.pdf", "corrupt"),
    (b"%PDF-1.7 broken", "a.pdf", "corrupt"),
    (OLE + b"\0" * 600, "a.doc", "corrupt"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
    (b"\x00\x01\x02\x03\x04\x05\x06" * 100, "a.bin", "unknown_format"),
    (b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 50, "a.png", "unknown_format"),
    (zipped(**{"x.txt": "a"}), "a.zip", "unknown_format"),
    (zipped(**{"word/document.xml": "<w:document"}), "a.docx", "corrupt"),
    (zipped(**{"word/other.xml": "<x/>"}), "a.docx", "corrupt"),
    (zipped(**{"xl/workbook.xml": "<x"}), "a.xlsx", "corrupt"),
    (b"   \n \n", "a.txt", "no_text"),
    (b"\xff\xfe\x00\x01zz", "a.txt", "not_text"),
    (b"\xfe\xff" + bytes(range(0x41, 0x7E)) * 3, "a.txt", "not_text"),
    (package(p()), "a.docx", "no_text"),
    (b"<html><body></body></html>", "a.html", "no_text"),
    (zipped(**{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x"}), "a.ods", "corrupt"),
])  # fmt: skip
def test_codes(data, name, expected):
    assert code(data, name) == expected


@pytest.mark.parametrize(
    "text", ["Thu đạt 95%.", "5 < 7 ± 2 °C", "Số 12/KH-UBND (α, β)", "Đạt 5 tỷ đồng, giảm 12 hồ sơ 海"]
)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_letters_are_no_rubbish(text, encoding):
    assert read_bytes(text.encode(encoding), "a.txt").blocks[0].text == text


def test_files_that_are_not_there(tmp_path):
    for path, expected in ((tmp_path / "a.docx", "not_found"), (tmp_path, "not_a_file")):
        with pytest.raises(ReadError) as raised:
            read(path)
        assert raised.value.code == expected


@pytest.mark.parametrize(("limits", "data", "name", "expected"), [
    (Limits(file_size=100), b"a" * 101, "a.txt", "too_large"),
    (Limits(characters=100), b"a" * 101, "a.txt", "too_long"),
    (Limits(cells=5), b"a | b | c\n" * 3, "a.txt", "too_many_cells"),
    (Limits(parts=2), package(p("a")), "a.docx", "too_many_parts"),
    (Limits(part_size=50), package(p("a" * 60)), "a.docx", "unpacks_too_large"),
])  # fmt: skip
def test_caps(limits, data, name, expected):
    assert code(data, name, limits=limits) == expected


def test_a_zip_bomb_is_not_unpacked():
    assert code(package(p("a" * 60_000_000)), "a.docx") == "unpacks_too_large"


def test_a_zip_that_lies_about_its_sizes():
    data = bytearray(package(p("a" * 200_000)))
    central = data.rfind(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    assert code(bytes(data), "a.docx") == "corrupt"


def test_the_error_survives_a_process_boundary():
    error = pickle.loads(pickle.dumps(ReadError("corrupt", format="PDF")))
    assert (error.code, str(error)) == ("corrupt", str(ReadError("corrupt", format="PDF")))


def test_every_message_tells_the_next_step():
    messages = load_toml("io_errors.toml")
    assert all("hãy" in m or "cần" in m for key, m in messages.items() if key not in ("no_text",)), messages
