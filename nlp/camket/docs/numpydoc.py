"""Docstrings in numpydoc form, taken apart.

The form is that of the numpydoc docstring guide (https://numpydoc.readthedocs.io/en/latest/format.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from inspect import cleandoc

SECTIONS = ("Parameters", "Attributes", "Returns", "Yields", "Raises", "Examples", "Notes", "See Also", "References")
# Sections whose content is a list of names with a type and a description.
LISTS = frozenset(["Parameters", "Attributes", "Returns", "Yields", "Raises"])
_HEAD = re.compile(rf"^({'|'.join(SECTIONS)})\n-{{3,}}[ ]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list, such as ``text : str``, and what is said of it below."""

    name: str
    type: str
    text: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names, where several share a line: ``start, end : int``."""
        return tuple(name.strip() for name in self.name.split(","))


@dataclass(frozen=True, slots=True)
class Docstring:
    """The prose before the first section, and the sections by name."""

    text: str
    sections: dict[str, str] = field(default_factory=dict)

    def entries(self, section: str) -> list[Entry]:
        """The entries of a list; none where there is no such section."""
        return list(_entries(self.sections.get(section, "")))


def parse(docstring: str | None) -> Docstring:
    r"""Take a docstring apart.

    Parameters
    ----------
    docstring : str or None
        As Python keeps it, with its indentation.

    Returns
    -------
    Docstring

    Examples
    --------
    >>> found = parse("Count.\n\nParameters\n----------\na, b : int\n    Two.\n")
    >>> found.text, [entry.names for entry in found.entries("Parameters")]
    ('Count.', [('a', 'b')])
    """
    text = cleandoc(docstring or "")
    parts = _HEAD.split(text)
    names, bodies = parts[1::2], parts[2::2]
    return Docstring(parts[0].strip(), {name: body.strip("\n") for name, body in zip(names, bodies, strict=True)})


def _entries(body: str) -> Iterator[Entry]:
    head, lines = "", list[str]()
    for line in body.splitlines():
        if line and not line[0].isspace():
            if head:
                yield _entry(head, lines)
            head, lines = line, []
        else:
            lines.append(line)
    if head:
        yield _entry(head, lines)


def _entry(head: str, lines: list[str]) -> Entry:
    name, _, kind = head.partition(" : ")
    return Entry(name.strip(), kind.strip(), cleandoc("\n".join(["", *lines])).strip())
