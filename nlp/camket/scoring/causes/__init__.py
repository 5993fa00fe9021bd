"""Causes of shortfalls: what the word lists name, and what a model adds where the lists know no word for it."""

from camket.scoring.causes.decide import FAMILY, SURE, Found, decide

__all__ = ["FAMILY", "SURE", "Found", "decide"]
