"""What estimators take: strings, records or a data frame, all made records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

FIELDS = ("text", "kind", "date", "context", "doc")


def as_records(
    texts: Any, *, kind: str = "commitment", date: str | None = None, extra: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """Records with ``text``, ``kind``, ``date`` and what else is known of each sample.

    Parameters
    ----------
    texts : iterable of str or dict, or DataFrame
        A data frame needs a column ``text``; other columns of the same names as record fields are used.
    kind : {"commitment", "report"}
        Kind of a sample that does not say.
    date : ISO string, optional
        Date of a sample that does not say.
    extra : tuple of str
        Further fields to keep.

    Returns
    -------
    list of dict

    Raises
    ------
    ValueError
        Where a string stands for many texts, or a sample is neither a string nor a record with a text.

    Examples
    --------
    >>> as_records(["Trồng 5 ha."], date="2024-01-15")
    [{'kind': 'commitment', 'date': '2024-01-15', 'text': 'Trồng 5 ha.'}]
    """
    if isinstance(texts, str | Mapping):
        raise ValueError("Cần một danh sách văn bản, không phải một văn bản. Hãy đưa vào [văn bản].")
    names = {*FIELDS, *extra}
    defaults = {"kind": kind, "date": date}
    return [{**defaults, **_record(sample, names)} for sample in _samples(texts)]


def _samples(texts: Any) -> Iterable[Any]:
    if hasattr(texts, "to_dict") and hasattr(texts, "columns"):
        texts = texts.to_dict("records")
    samples: Iterable[Any] = texts
    return samples


def _record(sample: Any, names: set[str]) -> dict[str, Any]:
    if isinstance(sample, str):
        return {"text": sample}
    if not isinstance(sample, Mapping) or not isinstance(sample.get("text"), str):
        raise ValueError("Mỗi mẫu phải là một chuỗi hoặc một bản ghi có trường “text”. Hãy kiểm tra dữ liệu đầu vào.")
    # A missing value of a data frame differs from itself.
    known = {name: value for name, value in sample.items() if name in names and value is not None and value == value}
    if isinstance(day := known.get("date"), date):
        known["date"] = day.strftime("%Y-%m-%d")
    return known
