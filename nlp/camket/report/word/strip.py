"""Take camket's comments and colours out again, and the form in which two documents are compared."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from camket.report.word.annotate import AUTHOR, MARK
from camket.report.word.package import WordPackage
from camket.report.word.runs import SPACE

if TYPE_CHECKING:
    from lxml.etree import _Element


def strip_annotations(data: bytes) -> _Element:
    """The main part of an annotated file without what :func:`camket.report.word.annotate_docx` added to it."""
    package = WordPackage(data)
    root = package.xml(package.main)
    namespace = root.tag[1:].split("}")[0]
    w = f"{{{namespace}}}"
    _, comments = package.comments(namespace)
    ours = {c.get(w + "id") for c in comments if c.get(w + "author") == AUTHOR}
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for element in list(root.iter(w + name)):
            if element.get(w + "id") in ours:
                _remove(element.getparent() if name == "commentReference" else element)
    for run in root.iter(w + "r"):
        if run.get(w + "rsidDel") == MARK:
            del run.attrib[w + "rsidDel"]
            properties = run.find(w + "rPr")
            properties.remove(properties.find(w + "highlight"))
            if not len(properties):
                run.remove(properties)
    return root


def canonical(root: _Element) -> bytes:
    """C14N of a main part whose neighbouring runs of the same format are joined."""
    from lxml import etree

    w = root.tag.split("}")[0] + "}"
    for run in list(root.iter(w + "r")):
        properties = run.find(w + "rPr")
        if properties is not None and not len(properties):
            run.remove(properties)
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _format(before, w) == _format(run, w):
            before.extend([child for child in run if child.tag != w + "rPr"])
            _remove(run)
    for text in list(root.iter(w + "t")):
        text.attrib.pop(SPACE, None)
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            _remove(text)
    canonical: bytes = etree.tostring(root, method="c14n")
    return canonical


def _format(run: _Element, w: str) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    from lxml import etree

    properties = run.find(w + "rPr")
    shape = etree.tostring(properties, method="c14n", with_tail=False) if properties is not None else b""
    return shape, tuple(sorted(run.attrib.items()))


def _remove(element: _Element) -> None:
    """Remove an element; the blank behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def main_part(data: bytes) -> _Element:
    """Root of the main part of a Word file as it is."""
    package = WordPackage(data)
    return package.xml(package.main)


def other_parts(data: bytes) -> dict[str, bytes]:
    """All parts that comments need not touch, by name."""
    package = WordPackage(data)
    touched = {package.main, "[Content_Types].xml", package._relations(package.main), "word/comments.xml"}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name not in touched}
