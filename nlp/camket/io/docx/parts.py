"""The parts of a Word package and how they refer to each other."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from camket.io.archive import Package
from camket.io.docx.names import STRICT, W
from camket.io.errors import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element


class Parts:
    """The main part of a package and the parts it names, parsed when asked for."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.main = _target(self._relations(""), "officeDocument") or "word/document.xml"
        self._related = self._relations(self.main)

    def document(self) -> _Element:
        """Root of the main part."""
        if self.main not in self.package.names:
            raise ReadError("corrupt", format=self.package.format)
        return self._xml(self.main)

    def one(self, kind: str) -> _Element | None:
        """Root of the part of a kind ("styles", "numbering", "footnotes"), if there is one that can be read."""
        name = _target(self._related, kind)
        return self._optional(name) if name else None

    def by_id(self, relation: str | None) -> _Element | None:
        """Root of the part behind a relation of the main part."""
        found = [target for identifier, _, target in self._related if identifier == relation]
        return self._optional(found[0]) if found else None

    def _optional(self, name: str) -> _Element | None:
        return self._xml(name) if name in self.package.names else None

    def _xml(self, name: str) -> _Element:
        root = self.package.xml(name)
        if root.tag.startswith(STRICT):
            _to_transitional(root)
        return root

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", base + ".rels")
        if name not in self.package.names:
            return []
        found = []
        for relation in self.package.xml(name):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                kind = relation.get("Type", "").rsplit("/", 1)[-1]
                found.append((relation.get("Id", ""), kind, target.lstrip("/")))
        return found


def _target(relations: list[tuple[str, str, str]], kind: str) -> str | None:
    return next((target for _, k, target in relations if k == kind), None)


def _to_transitional(root: _Element) -> None:
    """Give a "Strict Open XML" part the names of the usual dialect."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(STRICT):
            element.tag = W + element.tag[len(STRICT) :]
        for name, content in list(element.attrib.items()):
            if name.startswith(STRICT):
                del element.attrib[name]
                element.set(W + name[len(STRICT) :], content)
