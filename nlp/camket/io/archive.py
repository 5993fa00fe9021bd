"""Open the zip packages of Word, Excel and OpenDocument with care."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from camket.io.errors import ReadError
from camket.io.limits import Limits

if TYPE_CHECKING:
    from lxml import etree


class Package:
    """A zip package whose declared sizes were checked before anything was unpacked.

    Parameters
    ----------
    data : bytes
        The file.
    limits : Limits
        Caps on the number of parts, their sizes and the ratio.
    format : str
        Name of the format, for messages.

    Raises
    ------
    ReadError
        "corrupt", "too_many_parts", "unpacks_too_large".
    """

    def __init__(self, data: bytes, limits: Limits, format: str) -> None:
        self.format = format
        self.limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise ReadError("corrupt", format=format) from error
        _check(infos, len(data), limits)
        self.names = {info.filename for info in infos}

    def read(self, name: str) -> bytes:
        """Bytes of one part."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self.limits.part_size + 1)
        except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, RuntimeError,
                NotImplementedError) as error:  # fmt: skip
            raise ReadError("corrupt", format=self.format) from error
        if len(data) > self.limits.part_size:
            raise ReadError("unpacks_too_large", size=len(data) // 1_000_000, ratio="?")
        return data

    def xml(self, name: str) -> etree._Element:
        """Root of an XML part; no entity is expanded and nothing outside the package is opened."""
        return parse_xml(self.read(name), self.format)


def parse_xml(data: bytes, format: str) -> etree._Element:
    """Parse XML that nobody vouches for."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True, huge_tree=False)  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("corrupt", format=format) from error
    # Office packages never declare entities; a file that does is not one to trust.
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise ReadError("corrupt", format=format)
    return root


def _check(infos: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    if len(infos) > limits.parts:
        raise ReadError("too_many_parts", parts=len(infos))
    size = sum(info.file_size for info in infos)
    ratio = size // max(packed, 1)
    largest = max((info.file_size for info in infos), default=0)
    bomb = size > limits.ratio_from and ratio > limits.ratio
    if bomb or size > limits.unpacked_size or largest > limits.part_size:
        raise ReadError("unpacks_too_large", size=size // 1_000_000, ratio=ratio)
