"""Read scanned pages with Tesseract, where it is installed."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess

from camket.io.builder import Builder
from camket.io.errors import ReadError
from camket.io.isolated import run_isolated
from camket.io.limits import Limits
from camket.io.pdf.lines import Word, make_lines
from camket.io.pdf.page import Page
from camket.text.resources import load_toml

# A page with fewer characters than this, and a picture, was scanned.
SCANNED = 20
DPI = 300
POINTS = 72.0
# Levels of Tesseract's table.
LINE, WORD = "4", "5"


def find_tesseract() -> str | None:
    """Path of Tesseract if it knows Vietnamese, or None."""
    program = shutil.which("tesseract")
    if not program:
        return None
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return program if "vie" in (listed.stdout + listed.stderr).split() else None


def read_scans(data: bytes, pages: list[Page], builder: Builder, limits: Limits, *, ocr: bool) -> None:
    """Fill in the words of the pages that are only pictures; tell where that is impossible.

    Raises
    ------
    ReadError
        "ocr_off" or "image_only" where no page has text.
    """
    scanned = [page for page in pages if page.images and sum(len(word.text) for word in page.words) < SCANNED]
    try:
        read = recognise(data, [page.number for page in scanned], limits, ocr=ocr) if scanned else {}
    except ReadError as error:
        if len(scanned) == sum(bool(page.words or page.images) for page in pages):
            raise
        for page in scanned:
            builder.skip(f"trang {page.number} là ảnh quét", error.code)
        builder.warnings.append(str(error))
        return
    for number, words in read.items():
        pages[number - 1].words = words
        pages[number - 1].lines = make_lines(words, number)
    if read:
        builder.warnings.append(load_toml("io_errors.toml")["read_by_ocr"])


def recognise(data: bytes, numbers: list[int], limits: Limits, *, ocr: bool = True) -> dict[int, list[Word]]:
    """Words of scanned pages, in points, with their confidence.

    Raises
    ------
    ReadError
        "ocr_off", "image_only" (no Tesseract), "too_slow".
    """
    if not ocr:
        raise ReadError("ocr_off")
    program = find_tesseract()
    if not program:
        raise ReadError("image_only")
    found = {}
    for number in numbers:
        image = run_isolated("pdf_image", data, {"number": number, "dpi": DPI}, seconds=limits.seconds, format="PDF")
        found[number] = _words(_tesseract(program, bytes.fromhex(image), limits))
    return found


def _tesseract(program: str, image: bytes, limits: Limits) -> str:
    command = [program, "-", "-", "-l", "vie", "--psm", "3", "--dpi", str(DPI), "tsv"]
    try:
        # One thread a page: several would fight over the same cores.
        done = subprocess.run(command, input=image, capture_output=True, timeout=limits.ocr_seconds_per_page,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"}, check=False)  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise ReadError("too_slow", limit=int(limits.ocr_seconds_per_page)) from error
    if done.returncode:
        raise ReadError("crashed", format="ảnh quét")
    return done.stdout.decode("utf-8", "replace")


def _words(table: str) -> list[Word]:
    """Words of Tesseract's table; each is given the height of its line, so that the line keeps together."""
    words = []
    scale = POINTS / DPI
    top = bottom = 0.0
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        x, y, w, h = (float(row[key]) * scale for key in ("left", "top", "width", "height"))
        text = (row.get("text") or "").strip()
        if row["level"] == LINE:
            top, bottom = y, y + h
        elif row["level"] == WORD and text:
            words.append(Word(text, x, top, x + w, bottom, base=bottom, confidence=min(float(row["conf"]), 99.0)))
    return words
