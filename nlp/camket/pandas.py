"""``df.camket``: analyse a column of texts where the texts are.

Importing this module registers the accessor:

>>> import pandas as pd
>>> import camket.pandas
>>> df = pd.DataFrame({"promise": ["Trồng 12 ha rừng trước 30/6.", "Tăng cường tuyên truyền."], "day": "2021-03-02"})
>>> df.camket.annotate("promise", date="day")["verdict"].tolist()
['clear', 'vague']
>>> df.camket.annotate("promise", date="day", level="figure")[["text", "low", "unit"]]
    text   low unit
0  12 ha  12.0   ha
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from camket.convert import RecordError, record_to_item
from camket.frames import Level, annotations_frame
from camket.pipeline import analyse
from camket.records import Item

# What stands in the frame already, or says nothing of a text without its document.
_MAY_LACK = {"abstain": "boolean", "n_figures": "Int64", "n_claims": "Int64"}  # rows without a text have no count
_LEFT_OUT = ["doc", "id", "label", "section", "text", "kind", "date"]


@pd.api.extensions.register_dataframe_accessor("camket")
class CamketAccessor:
    """What camket says of the texts of a data frame; use it as ``df.camket``.

    Parameters
    ----------
    frame : DataFrame
        Given by pandas.
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def annotate(
        self, text: str, *, date: str | None = None, kind: str | None = None, context: str | None = None,
        doc: str | None = None, level: Level = "item", prefix: str = "",
    ) -> pd.DataFrame:  # fmt: skip
        """Analyse a column of texts, one item a row.

        Parameters
        ----------
        text : str
            Name of the column of texts; missing ones are left unjudged.
        date : str, optional
            A column of days (ISO strings, ``datetime64`` or :class:`datetime.date`), or one ISO date for all.
        kind : str, optional
            A column of kinds, or "commitment" or "report" for all; by default "commitment".
        context : str, optional
            A column of headings or table headers.
        doc : str, optional
            A column of document names; tables of a level carry it.
        level : {"item", "commitment", "time", "figure", "party", "claim", "cause", "finding"}
            "item" adds columns to the frame; the others give a table of their own (see
            :func:`camket.frames.annotations_frame`) whose index is that of the frame, for ``join``.
        prefix : str
            Put before the names of added columns.

        Returns
        -------
        pandas.DataFrame
            For "item" a copy of the frame, of the same length and index, with ``act``, ``target``, ``verdict``,
            ``verdict_in_document``, ``abstain``, the six criteria, ``deadline``, ``n_figures``, ``n_claims``,
            ``score``; else a row for each thing found.

        Raises
        ------
        KeyError
            Where there is no such column.
        ValueError
            Where an added column would hide one of the frame's, or there is no such level.
        camket.convert.RecordError
            Where a date or a kind is none.
        """
        frame = self._frame
        if text not in frame:
            raise KeyError(f"Bảng không có cột “{text}”.")
        known = frame[text].notna()
        rows = frame[known]
        items = _items(rows, {"text": text, "date": date, "kind": kind, "context": context, "doc": doc})
        places = range(len(rows))
        found = annotations_frame(analyse(items), level, list(places))
        # By place, not by label: the frame's index may hold a label twice.
        labels = rows.index.take(found.index.to_numpy(dtype="int64"))
        if level != "item":
            return found.set_index(labels)
        found = found.drop(columns=_LEFT_OUT).astype(_MAY_LACK).add_prefix(prefix)
        if clash := [name for name in found if name in frame]:
            raise ValueError(f"Bảng đã có cột {', '.join(clash)}. Hãy đặt prefix=.")
        found.index = pd.Index(known.to_numpy().nonzero()[0])
        return pd.concat([frame, found.reindex(range(len(frame))).set_index(frame.index)], axis=1)


def _items(frame: pd.DataFrame, columns: dict[str, str | None]) -> Iterator[Item]:
    """Items of a frame; a name that is no column is a value for all rows."""
    given = {field: name for field, name in columns.items() if name is not None}
    constant = {field: name for field, name in given.items() if name not in frame}
    if missing := [name for field, name in constant.items() if field not in ("date", "kind")]:
        raise KeyError(f"Bảng không có cột “{missing[0]}”.")
    named = [field for field in given if field not in constant]
    for label, *values in zip(frame.index, *(frame[given[field]] for field in named), strict=True):
        known = {f: _plain(v) for f, v in zip(named, values, strict=True) if not pd.isna(v)}
        try:
            yield record_to_item({**constant, **known})
        except RecordError as error:
            raise RecordError(f"dòng {label}: {error}. Hãy sửa ô này.", error.field) from error


def _plain(value: Any) -> str:
    """A day as an ISO date, everything else as it is written."""
    return value.strftime("%Y-%m-%d") if hasattr(value, "strftime") else str(value)
