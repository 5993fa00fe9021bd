"""PDF files: paragraphs, tables and figures from positioned words."""

from camket.io.pdf.reader import read_pdf

__all__ = ["read_pdf"]
