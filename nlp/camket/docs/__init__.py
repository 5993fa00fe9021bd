"""The offline reference: pages built from docstrings, rules, word lists and README of the installed package."""

from camket.docs.build import build, default_folder

__all__ = ["build", "default_folder"]
