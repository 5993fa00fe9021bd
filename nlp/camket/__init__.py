"""Read Vietnamese responsibility commitments and progress reports.

What is promised, by when, how much, by whom, and whether it was kept:

>>> import camket
>>> record = {"text": "Trồng mới 12 ha rừng trước ngày 30/6/2021.", "kind": "commitment", "date": "2021-03-02"}
>>> next(camket.annotate([record]))["verdict"]
'clear'

Everything heavy is loaded when it is first used (PEP 562).
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "annotate": "camket.api",
    "check": "camket.api",
    "load": "camket.language",
    "make_doc": "camket.language",
    "get_annotation": "camket.language",
    "get_record": "camket.language",
    "evaluate": "camket.evaluation",
    "render": "camket.display",
    "read_corpus": "camket.corpus.frame",
    "Annotation": "camket.records",
    "Document": "camket.records",
    "Finding": "camket.records",
    "Item": "camket.records",
    "Report": "camket.records",
}
__all__ = ["__version__", *sorted(_PUBLIC)]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_PUBLIC])
