"""Write the example documents of ``corpus/documents``: run it after a specification changes.

The PDF and OpenDocument files are made by LibreOffice; the rest needs no other program.
"""

from __future__ import annotations

from pathlib import Path

from camket.io.office import to_format
from documents.writers.spec import load
from documents.writers.word import to_docx

CORPUS = Path(__file__).parents[2] / "corpus" / "documents"
DOCX = ("cam-ket-ubnd-xa-thuong-lam-2024", "bao-cao-ubnd-xa-thuong-lam-2024", "bao-cao-dang-uy-xa-binh-khe-2025")
PDF = ("cam-ket-dang-uy-xa-binh-khe-2025", "bao-cao-ubnd-xa-thuong-lam-2024")


def main() -> None:
    CORPUS.mkdir(parents=True, exist_ok=True)
    for name in DOCX:
        (CORPUS / f"{name}.docx").write_bytes(to_docx(load(name)))
    for name in PDF:
        (CORPUS / f"{name}.pdf").write_bytes(to_format(to_docx(load(name)), "docx", "pdf"))


if __name__ == "__main__":
    main()
