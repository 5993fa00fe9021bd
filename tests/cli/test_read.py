"""``camket read`` shows structure and items, or says in one sentence why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from camket.cli.app import app

runner = CliRunner()


def test_text_shows_labels_and_items(documents: Path) -> None:
    result = runner.invoke(app, ["read", str(documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx")])
    assert result.exit_code == 0
    assert "Trồng mới 120 ha rừng sản xuất" in result.output
    assert "đ)" in result.output


def test_json_is_json(documents: Path) -> None:
    result = runner.invoke(app, ["read", "--format", "json", str(documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx")])
    assert len(json.loads(result.output)["items"]) > 10


def test_html_stands_alone(documents: Path) -> None:
    result = runner.invoke(app, ["read", "--format", "html", str(documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx")])
    assert "<html" in result.output
    assert "http" not in result.output
    assert "<script" not in result.output


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("trống.docx", b"", "rỗng"),
        ("giả.docx", b"not a zip", "hỏng"),
        ("nhị phân.txt", bytes(range(256)) * 40, "không phải là văn bản"),
    ],
)
def test_bad_files_get_one_sentence(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = runner.invoke(app, ["read", str(path)])
    assert result.exit_code == 3
    assert words in result.output
    assert "Traceback" not in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_missing_file(tmp_path: Path) -> None:
    result = runner.invoke(app, ["read", str(tmp_path / "khong-co.docx")])
    assert result.exit_code == 3
    assert "Không thấy tệp" in result.output
