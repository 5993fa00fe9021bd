"""Annotations as data frames: one table for items, one for each kind of thing found in them.

Columns have fixed types however few rows there are: categories with all their labels in the guidelines' order, days as
``datetime64[us]``, counts as whole numbers, texts as ``string``. Parquet keeps them, but
forgets the labels of a category without a single value; :func:`restore_types` brings them back.
"""

from camket.frames.tables import LEVELS, Level, annotations_frame, report_frame, restore_types

__all__ = ["LEVELS", "Level", "annotations_frame", "report_frame", "restore_types"]
