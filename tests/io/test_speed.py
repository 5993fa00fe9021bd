"""Thirty pages with twelve tables: fast enough, small enough, and the same in both formats."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from camket.io import read_bytes
from camket.io.office import find_office, to_format
from camket.items import split
from documents.writers.large import large_docx

BEST_OF = 3
pytestmark = pytest.mark.alone


@pytest.fixture(scope="module")
def large():
    return large_docx()


@pytest.fixture(scope="module")
def large_pdf(large):
    if not find_office():
        pytest.skip("LibreOffice is not installed")
    return to_format(large, "docx", "pdf")


def best(data, name):
    times = []
    for _ in range(BEST_OF):
        start = time.perf_counter()
        read_bytes(data, name)
        times.append(time.perf_counter() - start)
    return min(times)


def test_a_word_file_takes_half_a_second(large):
    assert best(large, "a.docx") <= 0.5


def test_a_pdf_file_takes_two_seconds(large_pdf):
    assert best(large_pdf, "a.pdf") <= 2.0


def test_both_give_the_same_items(large, large_pdf):
    word, pdf = split(read_bytes(large, "a.docx")), split(read_bytes(large_pdf, "a.pdf"))
    assert max(item.position.page for item in pdf) >= 30
    assert {item.position.table for item in word if item.columns} == set(range(1, 13))
    assert [item.text for item in pdf] == [item.text for item in word]
    assert [item.columns for item in pdf] == [item.columns for item in word]


def test_memory(tmp_path, large, large_pdf):
    if not Path("/proc/self/status").exists():
        pytest.skip("no /proc")
    for name, data in (("a.docx", large), ("a.pdf", large_pdf)):
        (tmp_path / name).write_bytes(data)
        code = (
            f"import resource, sys; sys.path[:0] = {sys.path!r}\nfrom camket.io import read; from camket.items "
            f"import split\n"
            f"split(read({str(tmp_path / name)!r}))\n"
            "own = next(int(x.split()[1]) for x in open('/proc/self/status') if x.startswith('VmHWM'))\n"
            "print(own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert int(done.stdout) / 1024 <= 300
