"""Saved web pages: the text with its lists and tables, without menus and advertisements."""

from camket.io.web.reader import read_html

__all__ = ["read_html"]
