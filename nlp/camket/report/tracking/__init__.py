"""Matches, audits, changes between years and registers as text, data, tables, pages and documents."""

from camket.report.tracking.dossier import Column, Dossier, Table
from camket.report.tracking.formats import FORMATS, render

__all__ = ["FORMATS", "Column", "Dossier", "Table", "render"]
