"""Broken files of every kind: refused or read, never a crash, a hang or a flood of memory."""

import contextlib
import io
import random
import time
import zipfile
from functools import cache

import pytest

from camket.io import Limits, ReadError, read_bytes
from camket.io.office import find_office, to_format
from camket.items import split
from documents.writers.plain import to_html, to_text, to_xlsx
from documents.writers.spec import load
from documents.writers.word import to_docx

NAME = "cam-ket-ubnd-xa-thuong-lam-2024"
LIMITS = Limits(seconds=9.0, ocr_seconds_per_page=3.0)
MEMORY_MB = 300
FORMATS = ("docx", "xlsx", "pdf", "html", "txt", "md", "ods", "csv")


@cache
def original(format):
    spec = load(NAME)
    if format == "docx":
        return to_docx(spec)
    if format == "xlsx":
        return to_xlsx(spec)
    if format == "html":
        return to_html(spec)
    if format in ("pdf", "ods"):
        return to_format(
            to_docx(spec) if format == "pdf" else to_xlsx(spec), "docx" if format == "pdf" else "xlsx", format
        )
    return to_text(spec)


def cut(data, chance):
    return data[: chance.randrange(1, len(data))]


def flip(data, chance):
    out = bytearray(data)
    for _ in range(chance.choice([1, 5, 50, 500])):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def splice(data, chance):
    start, end = sorted(chance.randrange(len(data)) for _ in range(2))
    at = chance.randrange(len(data))
    return data[:at] + data[start : min(end, start + 20_000)] * chance.choice([1, 2, 30]) + data[at:]


def blank(data, chance):
    start = chance.randrange(len(data))
    size = chance.choice([4, 64, 2048])
    return data[:start] + bytes(size) + data[start + size :]


def numbers(data, chance):
    """Put absurd figures in place of figures."""
    absurd = chance.choice([b"0", b"-1", b"99999999999", b"4294967296", b"1e308", b"NaN"])
    at = [i for i in range(len(data)) if 48 <= data[i] <= 57]
    for place in chance.sample(at, min(len(at), 3)):
        data = data[:place] + absurd + data[place + 1 :]
    return data


def tags(data, chance):
    """Repeat or drop pieces between angle brackets."""
    pieces = data.split(b"<")
    for _ in range(chance.choice([1, 10])):
        at = chance.randrange(len(pieces))
        pieces[at : at + 1] = [pieces[at]] * chance.choice([0, 2, 400])
        if not pieces:
            return b"<"
    return b"<".join(pieces)


BYTES = (cut, flip, splice, blank, numbers)
PARTS = (*BYTES, tags)


def mutate(data, chance):
    """Change the file, or for packages one part inside of it."""
    if not data.startswith(b"PK") or chance.random() < 0.2:
        return chance.choice(PARTS if data[:1] == b"<" else BYTES)(data, chance)
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    victim = chance.choice([n for n in source.namelist() if n.endswith((".xml", ".rels"))])
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            part = source.read(name)
            out.writestr(name, chance.choice(PARTS)(part, chance) if name == victim and part else part)
    return target.getvalue()


def check(format, seed):
    chance = random.Random(f"{format}{seed}")
    data = original(format)
    data = mutate(data, chance) or b"x"
    for _ in range(chance.choice([0, 0, 2])):
        data = chance.choice(BYTES)(data, chance)
    start = time.monotonic()
    with contextlib.suppress(ReadError):
        split(read_bytes(data, f"a.{format}", limits=LIMITS))
    assert time.monotonic() - start < 10


def peak_mb():
    resource = pytest.importorskip("resource")
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


@pytest.mark.parametrize("format", FORMATS)
def test_a_tenth_of_the_mutated_files(format):
    if format in ("pdf", "ods") and not find_office():
        pytest.skip("LibreOffice is not installed")
    for seed in range(25):
        check(format, seed)


@pytest.mark.full
@pytest.mark.parametrize("format", FORMATS)
def test_all_mutated_files(format):
    if format in ("pdf", "ods") and not find_office():
        pytest.skip("LibreOffice is not installed")
    original(format)
    before = peak_mb()
    for seed in range(250):
        check(format, seed)
    assert peak_mb() < max(before, MEMORY_MB) + 50
