"""What is turned away, each with its status and a sentence, and that the server goes on afterwards."""

from __future__ import annotations

import html
import io
import re
import socket
import time
import zipfile
from urllib.parse import unquote, urlsplit

import pytest
from docx import Document

from web.files import PROMISE, workbook
from web.servers import Server, Visitor, serving


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w>" + b"0" * 60_000_000)
    return out.getvalue()


def blank() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def raw(server: Server, *pieces: bytes, wait: float = 0.0) -> bytes:
    """Send bytes as they are; what comes back."""
    place = urlsplit(server.address)
    with socket.create_connection((place.hostname, place.port), timeout=20) as line:
        for piece in pieces:
            try:
                line.sendall(piece)
            except OSError:
                break
            time.sleep(wait)
        found = b""
        while True:
            try:
                more = line.recv(65536)
            except OSError:
                break
            if not more:
                break
            found += more
            if b"</html>" in found or found.endswith(b"}"):
                break
        return found


def head(server: Server, visitor: Visitor, *more: str) -> bytes:
    cookie = "; ".join(f"{k}={v}" for k, v in visitor.client.cookies.items())
    lines = [f"POST /kiem-tra/gui HTTP/1.1\r\nHost: {urlsplit(server.address).netloc}", f"Cookie: {cookie}",
             f"X-Csrf: {visitor.csrf}", "Content-Type: multipart/form-data; boundary=xx", "Accept: application/json",
             *more]  # fmt: skip
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def test_a_file_over_the_limit_is_turned_away(visitor) -> None:
    answer = visitor.send("lon.txt", b"a" * 350_000)
    assert answer.status_code == 413
    assert "chia nhỏ tệp" in answer.json()["message"]


def test_a_body_over_the_limit_is_turned_away_before_it_is_read(limited, visitor) -> None:
    answer = raw(limited, head(limited, visitor, "Content-Length: 900000000"))
    assert answer.startswith(b"HTTP/1.1 413")
    assert "quá lớn".encode() in answer


def test_a_body_that_does_not_tell_its_length_is_counted(limited, visitor) -> None:
    part = b"--xx\r\nContent-Disposition: form-data; name=tep; filename=a.txt\r\n\r\n"
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    answer = raw(
        limited,
        head(limited, visitor, "Transfer-Encoding: chunked"),
        b"%x\r\n%s\r\n" % (len(part), part),
        *[chunk] * 12,
    )
    assert answer.startswith(b"HTTP/1.1 413")
    assert "quá lớn".encode() in answer


def test_a_body_that_does_not_come_is_given_up(limited, visitor) -> None:
    answer = raw(limited, head(limited, visitor, "Content-Length: 1000"), b"--xx\r\n", wait=0.1)
    assert answer.startswith(b"HTTP/1.1 408")
    assert "quá lâu".encode() in answer


def is_clear(message: str, said: str) -> None:
    """One sentence that says what is wrong and what to do."""
    assert said in message
    assert "hãy" in message.lower()
    assert message.endswith(".")
    assert "Traceback" not in message
    assert "Error" not in message


@pytest.mark.parametrize(
    ("name", "data", "status", "said"),
    [
        ("bom.docx", zip_bomb(), 413, "bung ra quá lớn"),
        ("phim.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(range(32)) * 40, 415, "Không nhận ra định dạng"),
        ("chuong-trinh.exe", b"MZ" + bytes(range(32)) * 200, 415, "Không nhận ra định dạng"),
        ("hong.docx", b"PK\x03\x04 khong phai Word", 422, "bị hỏng"),
        ("rong.txt", b"", 422, "rỗng"),
        ("rong.docx", b"", 422, "rỗng"),
        ("trang.docx", blank(), 422, "Không tìm thấy chữ nào"),
        ("trang.xlsx", workbook(Sheet1=[]), 422, "Không tìm thấy chữ nào"),
        ("dong trong.txt", b" \n\n ", 422, "Không tìm thấy chữ nào"),
        ("../../etc/passwd.bin", b"\x00\x01\x02" * 500, 415, "passwd.bin"),
    ],
)
def test_files_that_are_no_documents_are_turned_away(visitor, name, data, status, said) -> None:
    answer = visitor.send(name, data)
    assert answer.status_code == status
    is_clear(answer.json()["message"], said)


def test_too_many_files_at_once(visitor) -> None:
    files = [("tep", (f"{n}.txt", PROMISE)) for n in range(25)]
    answer = visitor.client.post("/kiem-tra/gui", files=files, headers={"X-Csrf": visitor.csrf})
    assert answer.status_code == 400


def test_too_many_documents_of_one_visitor(visitor) -> None:
    statuses = [visitor.send(f"{n}.txt", PROMISE).status_code for n in range(13)]
    assert statuses == [201] * 12 + [429]


def test_a_crash_and_a_hang_cost_their_document_alone(limited, visitor) -> None:
    crashed, hung = visitor.send("crash.txt", PROMISE), visitor.send("hang.txt", PROMISE)
    assert (crashed.status_code, hung.status_code) == (422, 422)
    assert "dừng đột ngột" in crashed.json()["message"]
    assert "quá 4 giây" in hung.json()["message"]
    assert visitor.send("tot.txt", PROMISE).status_code == 201


def test_an_error_tells_nothing_of_the_document(limited, visitor) -> None:
    answer = visitor.send("error.txt", PROMISE)
    assert answer.status_code == 422
    assert "4711" not in answer.text
    assert visitor.send("tot.txt", PROMISE).status_code == 201
    assert "4711" not in limited.log


def test_formats_that_need_libreoffice_say_so_where_it_is_missing(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<x/>")
    with serving(tmp_path / "so", "--readers", "1", said=tmp_path / "log") as server:
        visitor = server.visitor()
        for name, data in (("cu.odt", out.getvalue()), ("cu.rtf", rb"{\rtf1\ansi Trong 5 ha rung.}")):
            answer = visitor.send(name, data)
            assert answer.status_code == 415
            is_clear(answer.json()["message"], "LibreOffice")


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Báo cáo quý II.txt", "Báo cáo quý II.txt"),
        ('Báo cáo "quý II" & kế hoạch <2024>.txt', 'Báo cáo "quý II" & kế hoạch <2024>.txt'),
        ("Bản cam kết '6 rõ'.txt", "Bản cam kết '6 rõ'.txt"),
        ("Ba\u0309n cam ke\u0302\u0301t.txt", "Bản cam kết.txt"),
        ("../../ngoài.txt", "ngoài.txt"),
        ("C:\\Tài liệu\\cam kết.txt", "cam kết.txt"),
        ("dài " + "ơ" * 300 + ".txt", "dài " + "ơ" * 141 + "….txt"),
    ],
)
def test_names_are_kept_as_people_write_them(limited, sent, shown) -> None:
    visitor = limited.visitor()
    told = visitor.send(sent, PROMISE).json()["files"][0]
    assert told["name"] == shown
    assert html.escape(shown, quote=False) in visitor.client.get("/kiem-tra").text.replace("&#34;", '"').replace(
        "&#39;", "'"
    )
    saved = visitor.client.get(f"{told['address']}/tai/html").headers["content-disposition"]
    assert unquote(saved.split("UTF-8''")[1]) == shown.removesuffix(".txt") + ".camket.html"


def test_every_sheet_of_a_workbook_is_shown_with_its_name(limited) -> None:
    visitor = limited.visitor()
    head = ["STT", "Nội dung", "Thời hạn"]
    data = workbook(
        Nông_nghiệp=[head, [1, "Trồng mới 12 ha rừng", "30/6/2024"]],
        Phụ_lục_2=[head, [1, "Tăng cường tuyên truyền", "Thường xuyên"]],
    )
    address = visitor.send("kế hoạch.xlsx", data).json()["files"][0]["address"]
    page = visitor.client.get(address).text
    names = re.findall(r"<caption>(.*?)</caption>", page)
    assert names == ["Trang tính: Nông_nghiệp", "Trang tính: Phụ_lục_2"]


def test_what_could_not_be_read_gives_way_to_what_can(limited) -> None:
    visitor = limited.visitor()
    assert visitor.send("a.txt", b"").status_code == 422
    assert visitor.send("a.txt", b"").status_code == 422
    assert visitor.client.get("/kiem-tra").text.count('class="sheet failed"') == 1
    assert visitor.send("a.txt", PROMISE).status_code == 201
    assert 'class="sheet failed"' not in visitor.client.get("/kiem-tra").text
