"""Word files: every word that Word shows, once, in reading order, with the list labels it prints."""

from camket.io.docx.reader import read_docx

__all__ = ["read_docx"]
