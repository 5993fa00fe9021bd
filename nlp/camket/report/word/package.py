"""The parts of a Word file that comments touch; every other part is copied as it is."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class WordPackage:
    """A Word file open for changes.

    Parameters
    ----------
    data : bytes
        The file, already known to be safe to open.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._changed: dict[str, bytes] = {}
        self.main = self._target("", "officeDocument") or "word/document.xml"

    def xml(self, name: str) -> _Element:
        """Root of a part, with its comments and processing instructions."""
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(self._changed.get(name) or self._zip.read(name), parser)

    def put(self, name: str, root: _Element) -> None:
        """Replace or add a part."""
        from lxml import etree

        self._changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def comments(self, namespace: str) -> tuple[str, _Element]:
        """Name and root of the comments part, made where there is none."""
        from lxml import etree

        name = self._target(self.main, "comments")
        if name:
            return name, self.xml(name)
        name = posixpath.join(posixpath.dirname(self.main), "comments.xml")
        self._declare(name, namespace)
        return name, etree.Element(f"{{{namespace}}}comments", nsmap={"w": namespace})

    def bytes(self) -> bytes:
        """The file with its changed parts; the others keep order and content."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for info in self._zip.infolist():
                changed = self._changed.pop(info.filename, None)
                target.writestr(info, changed or self._zip.read(info))
            for name, content in self._changed.items():
                target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _declare(self, name: str, namespace: str) -> None:
        office = _STRICT_OFFICE if "purl.oclc.org" in namespace else _OFFICE
        relations = self._relations(self.main)
        root = self.xml(relations) if relations in self._zip.namelist() else _root(_RELATIONS, "Relationships")
        used = {relation.get("Id") for relation in root}
        identifier = next(i for n in range(1, len(used) + 2) if (i := f"rIdCamket{n}") not in used)
        target = posixpath.basename(name)
        _add(root, _RELATIONS, "Relationship", Id=identifier, Type=f"{office}/comments", Target=target)
        self.put(relations, root)
        types = self.xml("[Content_Types].xml")
        _add(types, _TYPES, "Override", PartName=f"/{name}", ContentType=_CONTENT_TYPE)
        self.put("[Content_Types].xml", types)

    def _relations(self, part: str) -> str:
        folder, base = posixpath.split(part)
        return posixpath.join(folder, "_rels", base + ".rels")

    def _target(self, part: str, kind: str) -> str | None:
        relations = self._relations(part)
        if relations not in self._zip.namelist():
            return None
        for relation in self.xml(relations):
            if (relation.get("Type") or "").rsplit("/", 1)[-1] == kind and relation.get("TargetMode") != "External":
                joined = posixpath.join("/", posixpath.dirname(part), relation.get("Target") or "")
                return posixpath.normpath(joined).lstrip("/")
        return None


def _root(namespace: str, name: str) -> _Element:
    from lxml import etree

    return etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace})


def _add(parent: _Element, namespace: str, name: str, **attributes: str) -> None:
    child = parent.makeelement(f"{{{namespace}}}{name}", nsmap=parent.nsmap)
    for key, value in attributes.items():
        child.set(key, value)
    parent.append(child)
