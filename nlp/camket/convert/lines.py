"""Records as lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import orjson


def json_line(record: Mapping[str, Any]) -> str:
    r"""A record as one line of JSON Lines, with its line end.

    Examples
    --------
    >>> json_line({"id": "x", "text": "Xong trước 30/6."})
    '{"id":"x","text":"Xong trước 30/6."}\n'
    """
    try:
        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE).decode()
    except TypeError:
        # Whole numbers beyond 64 bits in fields of the user's own.
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
