"""What the server turns away, each with its status and a sentence, and that it goes on afterwards."""

from __future__ import annotations

import io
import os
import signal
import socket
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from web.servers import CAMKET, HOSTILE, Server, Visitor, serving

PROMISE = "BẢN CAM KẾT\n1. Tăng cường công tác tuyên truyền bí mật số 4711.\n".encode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    with serving(folder, command=HOSTILE, said=folder.parent / "hostile.log") as found:
        yield found


@pytest.fixture
def visitor(server: Server) -> Iterator[Visitor]:
    found = server.visitor()
    yield found
    found.client.close()


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w>" + b"0" * 60_000_000)
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


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8321", "127.0.0.1.evil.example", ""])
def test_a_foreign_host_is_turned_away(server, host) -> None:
    answer = httpx.get(server.address + "kiem-tra", headers={"Host": host})
    assert answer.status_code == 400
    assert "không phải của trang camket" in answer.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_a_foreign_origin_is_turned_away(visitor, origin) -> None:
    answer = visitor.client.post("/kiem-tra/gui", headers={"Origin": origin, "X-Csrf": visitor.csrf})
    assert answer.status_code == 403
    assert "trang khác" in answer.text


def test_the_own_origin_passes(server, visitor) -> None:
    headers = {"Origin": server.address.rstrip("/"), "X-Csrf": visitor.csrf, "Accept": "application/json"}
    answer = visitor.client.post("/kiem-tra/gui", files={"tep": ("a.txt", PROMISE)}, headers=headers)
    assert answer.status_code == 201


def test_another_site_reads_nothing(visitor) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert visitor.client.get("/kiem-tra", headers=headers).status_code == 403
    headers["Sec-Fetch-Mode"] = "navigate"
    assert visitor.client.get("/kiem-tra", headers=headers).status_code == 200


@pytest.mark.parametrize("key", [None, "", "0" * 64])
def test_a_form_without_the_visitors_key_is_turned_away(visitor, key) -> None:
    fields = {} if key is None else {"csrf": key}
    answer = visitor.client.post("/kiem-tra/x/xoa", data=fields)
    assert answer.status_code == 403
    assert "tải lại trang" in answer.text


def test_a_file_over_the_limit_is_turned_away(visitor) -> None:
    answer = visitor.send("lon.txt", b"a" * 350_000)
    assert answer.status_code == 413
    assert "chia nhỏ tệp" in answer.json()["message"]


def test_a_body_over_the_limit_is_turned_away_before_it_is_read(server, visitor) -> None:
    answer = raw(server, head(server, visitor, "Content-Length: 900000000"))
    assert answer.startswith(b"HTTP/1.1 413")
    assert "quá lớn".encode() in answer


def test_a_body_that_does_not_tell_its_length_is_counted(server, visitor) -> None:
    part = b"--xx\r\nContent-Disposition: form-data; name=tep; filename=a.txt\r\n\r\n"
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    answer = raw(
        server, head(server, visitor, "Transfer-Encoding: chunked"), b"%x\r\n%s\r\n" % (len(part), part), *[chunk] * 12
    )
    assert answer.startswith(b"HTTP/1.1 413")
    assert "quá lớn".encode() in answer


def test_a_body_that_does_not_come_is_given_up(server, visitor) -> None:
    answer = raw(server, head(server, visitor, "Content-Length: 1000"), b"--xx\r\n", wait=0.1)
    assert answer.startswith(b"HTTP/1.1 408")
    assert "quá lâu".encode() in answer


@pytest.mark.parametrize(
    ("name", "data", "status", "said"),
    [
        ("bom.docx", zip_bomb(), 413, "bung ra quá lớn"),
        ("phim.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(range(32)) * 40, 415, "Không nhận ra định dạng"),
        ("chuong-trinh.exe", b"MZ" + bytes(range(32)) * 200, 415, "Không nhận ra định dạng"),
        ("hong.docx", b"PK\x03\x04 khong phai Word", 422, "bị hỏng"),
        ("rong.txt", b"", 422, "rỗng"),
        ("../../etc/passwd.bin", b"\x00\x01\x02" * 500, 415, "passwd.bin"),
    ],
)
def test_files_that_are_no_documents_are_turned_away(visitor, name, data, status, said) -> None:
    answer = visitor.send(name, data)
    assert answer.status_code == status
    assert said in answer.json()["message"]


def test_too_many_files_at_once(visitor) -> None:
    files = [("tep", (f"{n}.txt", PROMISE)) for n in range(25)]
    answer = visitor.client.post("/kiem-tra/gui", files=files, headers={"X-Csrf": visitor.csrf})
    assert answer.status_code == 400


def test_too_many_documents_of_one_visitor(visitor) -> None:
    statuses = [visitor.send(f"{n}.txt", PROMISE).status_code for n in range(13)]
    assert statuses == [201] * 12 + [429]


def test_a_crash_and_a_hang_cost_their_document_alone(server, visitor) -> None:
    crashed, hung = visitor.send("crash.txt", PROMISE), visitor.send("hang.txt", PROMISE)
    assert (crashed.status_code, hung.status_code) == (422, 422)
    assert "dừng đột ngột" in crashed.json()["message"]
    assert "quá 4 giây" in hung.json()["message"]
    assert visitor.send("tot.txt", PROMISE).status_code == 201


def test_an_error_tells_nothing_of_the_document(server, visitor) -> None:
    answer = visitor.send("error.txt", PROMISE)
    assert answer.status_code == 422
    assert "4711" not in answer.text
    assert visitor.send("tot.txt", PROMISE).status_code == 201
    assert "4711" not in server.log


def test_visitors_do_not_see_each_others_documents(server, visitor) -> None:
    mine = visitor.send("a.txt", PROMISE).json()["files"][0]["address"]
    other = server.visitor()
    assert visitor.client.get(mine).status_code == 200
    for address in (mine, f"{mine}/tai/html", mine.replace("kiem-tra", "gan-nhan")):
        answer = other.client.get(address)
        assert answer.status_code == 404
        assert "4711" not in answer.text
    assert other.post(f"{mine}/xoa").status_code == 200
    assert visitor.client.get(mine).status_code == 200
    assert "a.txt" not in other.client.get("/kiem-tra").text


def test_every_answer_carries_the_policy(visitor) -> None:
    for address in ("/kiem-tra", "/khong-co", "/tinh/camket.js"):
        headers = visitor.client.get(address).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    assert visitor.client.get("/docs").status_code == 404
    assert visitor.client.get("/openapi.json").status_code == 404


def test_text_of_a_document_stays_text(visitor) -> None:
    data = b"<script>alert(1)</script> <img src=x onerror=alert(1)> " + PROMISE
    address = visitor.send("<b>a</b>.txt", data).json()["files"][0]["address"]
    page = visitor.client.get(address).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b>a</b>" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_deleted_text_is_gone_from_the_disk(server, visitor) -> None:
    data = "BẢN CAM KẾT\n1. Tăng cường kiểm tra hồ sơ mật danh Quizzaciously.\n".encode()
    number = visitor.send("mat.txt", data).json()["files"][0]["id"]
    visitor.post(f"/kiem-tra/{number}/xoa")
    desk = server.folder / "ban-lam-viec.sqlite"
    import sqlite3

    with sqlite3.connect(desk) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Quizzaciously" not in desk.read_bytes()


def test_nothing_is_written_outside_the_folder_and_nothing_temporary_stays(tmp_path: Path, documents: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "so"
    home.mkdir()
    before = {p for p in Path("/tmp").iterdir() if p.name.startswith(("camket", "tmp"))}
    environment = {"HOME": str(home)}
    old = {k: os.environ.get(k) for k in environment}
    os.environ.update(environment)
    try:
        with serving(folder, said=tmp_path / "log") as server:
            visitor = server.visitor()
            for name in ("cam-ket-ubnd-xa-thuong-lam-2024.docx", "bao-cao-ubnd-xa-thuong-lam-2024.pdf"):
                data = (documents / name).read_bytes()
                assert visitor.send(name, data).status_code == 201
            visitor.client.close()
    finally:
        os.environ.update({k: v for k, v in old.items() if v is not None})
    assert list(home.iterdir()) == []
    assert {p.name for p in folder.iterdir()} <= {
        "ban-lam-viec.sqlite",
        "ban-lam-viec.sqlite-wal",
        "ban-lam-viec.sqlite-shm",
    }
    assert {p for p in Path("/tmp").iterdir() if p.name.startswith(("camket", "tmp"))} - before == set()


def test_work_outlives_the_server(tmp_path: Path) -> None:
    folder = tmp_path / "so"
    with serving(folder, said=tmp_path / "log") as server:
        visitor = server.visitor()
        address = visitor.send("a.txt", PROMISE).json()["files"][0]["address"]
        jar = dict(visitor.client.cookies)
        port = urlsplit(server.address).port
    with serving(folder, said=tmp_path / "log2", command=(*CAMKET[:-1], "--no-open", "--port", str(port))) as server:
        name = next(k for k in jar if k.startswith("camket_phien"))
        mine = name.rsplit("_", 1)[0] + f"_{urlsplit(server.address).port}"
        again = httpx.get(server.address.rstrip("/") + address, cookies={mine: jar[name]})
    assert again.status_code == 200
    assert "4711" in again.text


def test_others_need_the_printed_key(tmp_path: Path) -> None:
    with serving(tmp_path / "so", "--host", "0.0.0.0", said=tmp_path / "log") as server:
        place = urlsplit(server.address)
        assert "khoa=" in place.query
        plain = f"http://127.0.0.1:{place.port}/kiem-tra"
        assert httpx.get(plain).status_code == 401
        assert httpx.get(plain, params={"khoa": "sai"}).status_code == 401
        assert httpx.get(plain, headers={"Host": "evil.example"}).status_code == 400
        with httpx.Client(follow_redirects=True) as client:
            answer = client.get(f"{plain}?{place.query}")
            assert answer.status_code == 200
            assert "khoa=" not in str(answer.url)
            assert client.get(plain).status_code == 200


def test_a_broken_file_of_the_folder_is_named_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "ban-lam-viec.sqlite").write_bytes(b"khong phai SQLite" * 100)
    done = subprocess.run([*CAMKET, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert "sao lưu" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_start_tells_where_the_first_one_is(server, tmp_path: Path) -> None:
    with serving(tmp_path / "so", said=tmp_path / "log") as first:
        done = subprocess.run([*CAMKET, str(first.folder)], capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0
        assert first.address in done.stdout
        first.process.send_signal(signal.SIGINT)
