"""Items from records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from camket import records as r
from camket.convert.errors import RecordError


def record_to_item(record: Mapping[str, Any]) -> r.Item:
    """Read an item from a guidelines' record; any labels in it are ignored.

    Raises
    ------
    RecordError
        Where ``text`` or ``kind`` is missing, or ``date`` is no ISO date.

    Examples
    --------
    >>> record_to_item({"text": "Xong trước 30/6.", "kind": "commitment", "date": "2021-03-02"}).date
    datetime.date(2021, 3, 2)
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise RecordError("thiếu trường “text” hoặc trường này không phải là chuỗi", "text")
    kind = record.get("kind", "commitment")
    if kind not in ("commitment", "report"):
        raise RecordError("trường “kind” phải là “commitment” hoặc “report”", "kind")
    context = record.get("context")
    if context is not None and not isinstance(context, str):
        raise RecordError("trường “context” phải là chuỗi", "context")
    return r.Item(
        text, kind, _date(record.get("date")), context, id=str(record.get("id", "")), doc=str(record.get("doc", ""))
    )


def _date(value: Any) -> date | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise RecordError("trường “date” phải có dạng YYYY-MM-DD", "date") from error
