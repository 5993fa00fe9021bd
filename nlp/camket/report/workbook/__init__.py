"""A register for inspectors as an Excel workbook."""

from camket.report.workbook.book import to_xlsx

__all__ = ["to_xlsx"]
