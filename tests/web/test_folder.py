"""The folder: all work is in it, outlives the server whatever ends it, and nothing is written elsewhere."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psutil

from web.files import PROMISE, word_file
from web.servers import CAMKET, serving


def test_deleted_text_is_gone_from_the_disk(limited, visitor) -> None:
    data = "BẢN CAM KẾT\n1. Tăng cường kiểm tra hồ sơ mật danh Quizzaciously.\n".encode()
    number = visitor.send("mat.txt", data).json()["files"][0]["id"]
    visitor.post(f"/kiem-tra/{number}/xoa")
    desk = limited.folder / "ban-lam-viec.sqlite"
    with sqlite3.connect(desk) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Quizzaciously" not in desk.read_bytes()


def test_nothing_is_written_outside_the_folder_and_nothing_temporary_stays(tmp_path, documents, monkeypatch) -> None:
    home, place, folder = tmp_path / "home", tmp_path / "tam", tmp_path / "so"
    home.mkdir()
    place.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(place))
    with serving(folder, said=tmp_path / "log") as server:
        visitor = server.visitor()
        for name in ("cam-ket-ubnd-xa-thuong-lam-2024.docx", "bao-cao-ubnd-xa-thuong-lam-2024.pdf"):
            assert visitor.send(name, (documents / name).read_bytes()).status_code == 201
        visitor.client.close()
    assert list(home.iterdir()) == []
    assert list(place.iterdir()) == []
    assert {p.name for p in folder.iterdir()} <= {
        "ban-lam-viec.sqlite",
        "ban-lam-viec.sqlite-wal",
        "ban-lam-viec.sqlite-shm",
    }


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


def test_work_is_found_again_on_another_port(tmp_path: Path) -> None:
    folder = tmp_path / "so"
    with serving(folder, said=tmp_path / "log") as server:
        visitor = server.visitor()
        address = visitor.send("a.txt", PROMISE).json()["files"][0]["address"]
        first = urlsplit(server.address).port
    with serving(folder, said=tmp_path / "log2") as server:
        assert urlsplit(server.address).port != first
        again = httpx.get(server.address.rstrip("/") + address, cookies=dict(visitor.client.cookies))
    assert again.status_code == 200
    assert "4711" in again.text


def states(folder: Path) -> list[str]:
    """How the documents of a folder stand."""
    path = folder / "ban-lam-viec.sqlite"
    if not path.is_file():
        return []
    with sqlite3.connect(path) as connection:
        return [state for (state,) in connection.execute("SELECT state FROM documents")]


def wait_for(folder: Path, wanted: list[str], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while states(folder) != wanted:
        assert time.monotonic() < until, states(folder)
        time.sleep(0.01)


def test_what_a_killed_server_was_reading_is_read_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "so"
    with ThreadPoolExecutor(1) as thread:
        with serving(folder, "--readers", "1", said=tmp_path / "log") as server:
            visitor = server.visitor()
            sent = thread.submit(visitor.send, "dài.docx", word_file(120))
            wait_for(folder, ["waiting"])
            readers = psutil.Process(server.process.pid).children(recursive=True)
            server.process.kill()
        assert isinstance(sent.exception(), httpx.TransportError)
    assert psutil.wait_procs(readers, timeout=30)[1] == []
    with serving(folder, "--readers", "1", said=tmp_path / "log2") as server:
        page = httpx.get(server.address + "kiem-tra", cookies=dict(visitor.client.cookies))
        # It is there at once; it says that it is being read, or has been.
        assert "dài.docx" in page.text
        wait_for(folder, ["read"])


def test_a_document_that_was_sent_twice_at_once_is_one(tmp_path: Path) -> None:
    with serving(tmp_path / "so", "--readers", "1", said=tmp_path / "log") as server:
        visitor = server.visitor()
        data = word_file(5)
        with ThreadPoolExecutor(3) as threads:
            answers = list(threads.map(lambda _: visitor.send("cam kết.docx", data), range(3)))
        assert [a.status_code for a in answers] == [201] * 3
        wait_for(server.folder, ["read"])
