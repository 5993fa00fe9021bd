"""A report as one HTML file that needs no network and prints on A4."""

from camket.report.page.page import to_html

__all__ = ["to_html"]
