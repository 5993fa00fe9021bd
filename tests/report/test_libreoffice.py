"""LibreOffice opens what is written for Word and Excel."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from camket.report.word import annotate_docx
from camket.report.workbook import to_xlsx
from report.support import LINES, NASTY, ROWS, report_of, word_file


@pytest.mark.full
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_opens(suffix, tmp_path) -> None:
    data = word_file([*LINES, *NASTY], ROWS)
    report = report_of(data)
    file = tmp_path / f"a.{suffix}"
    file.write_bytes(annotate_docx(data, report) if suffix == "docx" else to_xlsx([report]))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)], check=True, timeout=120)
    assert (tmp_path / "a.pdf").stat().st_size > 5000
