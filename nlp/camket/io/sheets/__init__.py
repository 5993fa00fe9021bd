"""Spreadsheets: each sheet's title lines and tables, figures as they are shown."""

from camket.io.sheets.reader import read_sheets

__all__ = ["read_sheets"]
