"""Walking folders and zips: order, names, and what is passed over or refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from camket.batch import WalkLimits, walk
from camket.io import ReadError


def touch(path: Path, text: str = "Nội dung.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(*places: Path, **options) -> list[str]:
    return [entry.name for entry in walk(places, **options)]


def packed(path: Path, members: dict[str, bytes], compression=zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_folders_are_walked_in_name_order(tmp_path: Path) -> None:
    for name in ("b.txt", "Xã A/c.docx", "Xã A/a.pdf", "a.txt"):
        touch(tmp_path / name)
    assert names(tmp_path) == ["Xã A/a.pdf", "Xã A/c.docx", "a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["~$cam ket.docx", ".an.txt", "anh.jpg", "__MACOSX/a.txt", ".git/a.txt", "khong duoi"])
def test_what_is_no_document_is_passed_over(tmp_path: Path, name: str) -> None:
    touch(tmp_path / name)
    assert names(tmp_path) == []


def test_results_are_not_read_again(tmp_path: Path) -> None:
    touch(tmp_path / "a.txt")
    touch(tmp_path / "kq" / "items.csv")
    assert names(tmp_path, leave_out=tmp_path / "kq") == ["a.txt"]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "a.txt")
    (tmp_path / "a" / "vong").symlink_to(tmp_path)
    assert names(tmp_path) == ["a/a.txt"]


def test_several_folders_keep_their_names(tmp_path: Path) -> None:
    for name in ("Xã A/1.txt", "Xã B/1.txt"):
        touch(tmp_path / name)
    assert names(tmp_path / "Xã B", tmp_path / "Xã A") == ["Xã B/1.txt", "Xã A/1.txt"]


def test_zips_are_folders(tmp_path: Path) -> None:
    packed(tmp_path / "nộp.zip", {"b/Báo cáo.txt": b"2", "a.txt": b"1", "__MACOSX/a.txt": b"0", "x.png": b"0"})
    entries = list(walk([tmp_path]))
    assert [e.name for e in entries] == ["nộp.zip/a.txt", "nộp.zip/b/Báo cáo.txt"]
    assert [e.load(100) for e in entries] == [b"1", b"2"]


def test_names_of_zips_made_without_the_utf8_mark(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"xxxxxxxxxxxx.txt": b"1"})
    raw = "Kế hoạch".encode()
    path.write_bytes(path.read_bytes().replace(b"xxxxxxxxxxxx", raw))
    entry = next(walk([path]))
    assert entry.name == "Kế hoạch.txt"
    assert entry.load(10) == b"1"


@pytest.mark.parametrize(
    ("members", "code"),
    [({"trong.zip": b"PK"}, "nested_zip"), ({"bom.txt": b"0" * 9_000_000}, "unpacks_too_large")],
)
def test_members_that_are_refused(tmp_path: Path, members: dict, code: str) -> None:
    entry = next(walk([packed(tmp_path / "a.zip", members)]))
    with pytest.raises(ReadError) as caught:
        entry.load(50_000_000)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("limits", "code"),
    [(WalkLimits(members=1), "too_many_parts"), (WalkLimits(unpacked_size=5), "unpacks_too_large")],
)
def test_zips_that_are_refused(tmp_path: Path, limits: WalkLimits, code: str) -> None:
    path = packed(tmp_path / "a.zip", {"a.txt": b"123", "b.txt": b"456"})
    assert [(e.name, e.problem) for e in walk([path], limits=limits)] == [("a.zip", code)]


def test_broken_zips_are_told(tmp_path: Path) -> None:
    (tmp_path / "hong.zip").write_bytes(b"PK\x03\x04 hong")
    assert [(e.name, e.problem) for e in walk([tmp_path])] == [("hong.zip", "corrupt")]


def test_large_files_are_not_loaded(tmp_path: Path) -> None:
    touch(tmp_path / "a.txt", "x" * 100)
    packed(tmp_path / "b.zip", {"b.txt": bytes(100)}, zipfile.ZIP_STORED)
    for entry in walk([tmp_path]):
        with pytest.raises(ReadError) as caught:
            entry.load(50)
        assert caught.value.code == "too_large"


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    entry = next(walk([touch(tmp_path / "a.txt")]))
    (tmp_path / "a.txt").unlink()
    with pytest.raises(ReadError) as caught:
        entry.load(50)
    assert caught.value.code == "not_found"


def test_an_encrypted_member_is_told(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", b"123")
    raw = bytearray(data.getvalue())
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        raw[raw.index(mark) + (6 if mark == b"PK\x03\x04" else 8)] |= 1
    (tmp_path / "a.zip").write_bytes(raw)
    assert next(walk([tmp_path])).problem == "encrypted"
