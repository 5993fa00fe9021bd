"""Documents in a zip, without unpacking more than is asked for."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from camket.batch.limits import WalkLimits
from camket.io import ReadError

_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, RuntimeError, NotImplementedError)
_UTF8_FLAG, _ENCRYPTED = 0x800, 0x1


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a zip: its readable name, its name in the directory, its size, and why it can't be read."""

    name: str
    key: str
    size: int
    problem: str | None = None


def members(path: Path, limits: WalkLimits) -> list[Member]:
    """List the files of a zip.

    Raises
    ------
    ReadError
        "corrupt", "too_many_parts", "unpacks_too_large", "no_permission".
    """
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except PermissionError as error:
        raise ReadError("no_permission", name=path.name) from error
    except (*_BROKEN, OSError) as error:
        raise ReadError("corrupt", format="zip") from error
    if len(infos) > limits.members:
        raise ReadError("too_many_parts", parts=len(infos))
    size = sum(info.file_size for info in infos)
    if size > limits.unpacked_size:
        raise ReadError("unpacks_too_large", size=size // 1_000_000, ratio="?")
    return [Member(_name(info), info.filename, info.file_size, _problem(info, limits)) for info in infos]


def read(path: str, member: str, limit: int) -> bytes:
    """Bytes of one file of a zip.

    Raises
    ------
    ReadError
        "corrupt", "too_large".
    """
    try:
        with _open(path).open(member) as part:
            data = part.read(limit + 1)
    except _BROKEN as error:
        raise ReadError("corrupt", format="zip") from error
    if len(data) > limit:
        raise ReadError("too_large", size=len(data) // 1_000_000, limit=limit // 1_000_000)
    return data


# Members come zip by zip, so that one open archive is enough.
@lru_cache(maxsize=1)
def _open(path: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(path)


def _name(info: zipfile.ZipInfo) -> str:
    """Read a name as its maker meant it: without the UTF-8 flag Python takes it for the code page of DOS."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _problem(info: zipfile.ZipInfo, limits: WalkLimits) -> str | None:
    if info.flag_bits & _ENCRYPTED:
        return "encrypted"
    bomb = info.file_size > limits.ratio_from and info.file_size > limits.ratio * max(info.compress_size, 1)
    return "unpacks_too_large" if bomb else None
