"""Records to and from dictionaries, JSON Lines and data frames: the one place where their outside form is made.

The JSON form is the record of the corpus guidelines (``corpus/GUIDELINES.md``): ``act``, ``target``, ``verdict``,
``times``, ``figures``, ``parties``, ``claims``, ``causes``. Everything camket adds stands under the key ``camket`` and
may be absent: ``verdict_in_document``, ``score``, ``criteria``, ``probabilities``, ``abstain``, ``reasons``,
``findings``, ``owner``, ``period``, ``headings``, ``section``, ``label``.
"""

from camket.convert.errors import RecordError
from camket.convert.labels import (
    LABEL_FIELDS,
    SCHEMA_VERSION,
    annotation_to_record,
    labels_to_record,
    plain_to_record,
)
from camket.convert.lines import json_line
from camket.convert.parts import core_dicts
from camket.convert.plain import from_dict, to_dict
from camket.convert.reading import record_to_item

__all__ = [
    "LABEL_FIELDS", "RecordError", "SCHEMA_VERSION", "annotation_to_record", "core_dicts", "from_dict", "json_line",
    "labels_to_record", "plain_to_record", "record_to_item", "to_dict",
]  # fmt: skip
