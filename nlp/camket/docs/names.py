"""What is public: the modules of the reference and the names in each."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from camket.lexicons import lexicon


@dataclass(frozen=True, slots=True)
class Name:
    """A public name: where it is documented, what it is, and one line on it in Vietnamese."""

    module: str
    name: str
    value: Any
    line: str

    @property
    def path(self) -> str:
        """The name as it is imported."""
        return f"{self.module}.{self.name}"


def modules() -> dict[str, str]:
    """Public modules and a Vietnamese title of each, in the order of the reference."""
    return {name: entry["title"] for name, entry in lexicon("docs")["modules"].items()}


def names(module: str) -> Iterator[Name]:
    """Public names of a module: its ``__all__``, or what the word list gives where it has none.

    Values that are no functions and no classes are left out: their module's page tells of them.
    """
    listed = lexicon("docs")["modules"]
    entry, found = listed[module], import_module(module)
    lines = {**listed["camket"]["names"], **entry.get("names", {})}
    for name in entry.get("all") or found.__all__:
        value = getattr(found, name)
        if inspect.isfunction(value) or inspect.isclass(value):
            yield Name(module, name, value, lines.get(name, ""))


def members(cls: type) -> Iterator[tuple[str, Any]]:
    """Public methods and properties that a class defines itself."""
    for name, value in vars(cls).items():
        kind = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        if not name.startswith("_") and (inspect.isfunction(kind) or isinstance(kind, property)):
            yield name, kind
