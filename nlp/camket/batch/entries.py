"""List the documents of folders and zips in an order that is the same everywhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from camket.batch import zips
from camket.batch.limits import WALK, WalkLimits
from camket.io import ReadError

SUFFIXES = frozenset((
    ".docx", ".docm", ".doc", ".odt", ".rtf", ".pdf", ".xlsx", ".xlsm", ".xls", ".ods", ".csv",
    ".html", ".htm", ".txt", ".text", ".md", ".markdown",
))  # fmt: skip
# Lock files of Office, resource forks of macOS and anything hidden.
_NOISE = ("~$", ".", "__MACOSX")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to read: where it is and the name it goes by.

    ``name`` is its path below the folder that was given, with slashes; a document in a zip stands under the zip's name.
    ``member`` is its name inside the zip ``path``. ``problem`` is the code of :class:`camket.io.ReadError` where the
    walk already shows that it can't be read.
    """

    name: str
    path: str
    size: int
    member: str | None = None
    problem: str | None = None

    @property
    def suffix(self) -> str:
        """Lower-case ending of its name."""
        return PurePosixPath(self.name).suffix.lower()

    def load(self, limit: int) -> bytes:
        """Bytes of the document.

        Raises
        ------
        ReadError
            "not_found", "no_permission", "too_large", "corrupt", or the problem found by the walk.
        """
        if self.problem:
            raise ReadError(self.problem, name=self.name, format="zip", size=self.size // 1_000_000, ratio="?",
                            parts="?")  # fmt: skip
        try:
            return zips.read(self.path, self.member, limit) if self.member else _read(self.path, limit)
        except PermissionError as error:
            raise ReadError("no_permission", name=self.name) from error
        except OSError as error:
            raise ReadError("not_found", name=self.name) from error


def walk(
    places: Sequence[str | os.PathLike[str]], *, leave_out: Path | None = None, limits: WalkLimits = WALK
) -> Iterator[Entry]:
    """Documents of files, folders and zips, in the order given, each folder sorted by name.

    Parameters
    ----------
    places : sequence of path
        Files, folders and zips. With more than one folder or zip their names become part of the documents' names.
    leave_out : Path, optional
        A folder that is not walked: where the results go.
    limits : WalkLimits
        Caps on depth and on what a zip may hold.

    Yields
    ------
    Entry
        Documents by their ending; other files, lock files, hidden files and links to folders are passed over.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "b.txt").write_text("b"), Path(folder, "a.txt").write_text("a")
    ...     _ = Path(folder, "~$a.docx").write_text("")
    ...     [entry.name for entry in walk([folder])]
    ['a.txt', 'b.txt']
    """
    outside = leave_out.resolve() if leave_out else None
    for place in map(Path, places):
        whole = place.is_dir() or is_zip(place.name)
        base = f"{place.resolve().name}/" if whole and len(places) > 1 else ""
        if place.is_dir():
            yield from _folder(place, base, outside, limits, 0)
        elif is_zip(place.name):
            yield from _zip(place, base, limits)
        else:
            yield _file(place, place.name)


def is_zip(name: str) -> bool:
    """Whether a file is a zip of documents by its name."""
    return name.lower().endswith(".zip")


def _folder(folder: Path, base: str, outside: Path | None, limits: WalkLimits, depth: int) -> Iterator[Entry]:
    if depth > limits.depth or folder.resolve() == outside:
        return
    for path in _children(folder):
        name = base + _printable(path.name)
        if path.is_dir():
            if not path.is_symlink():
                yield from _folder(path, f"{name}/", outside, limits, depth + 1)
        elif is_zip(path.name):
            yield from _zip(path, f"{name}/", limits)
        elif path.suffix.lower() in SUFFIXES:
            yield _file(path, name)


def _children(folder: Path) -> list[Path]:
    try:
        return sorted((p for p in folder.iterdir() if not p.name.startswith(_NOISE)), key=lambda p: p.name)
    except OSError:
        return []


def _file(path: Path, name: str) -> Entry:
    try:
        return Entry(name, str(path), path.stat().st_size)
    except OSError:
        return Entry(name, str(path), 0, problem="not_found")


def _zip(path: Path, base: str, limits: WalkLimits) -> Iterator[Entry]:
    try:
        members = zips.members(path, limits)
    except ReadError as error:
        yield Entry(base.rstrip("/") or path.name, str(path), 0, problem=error.code)
        return
    for member in sorted(members, key=lambda m: m.name):
        inner = PurePosixPath(member.name)
        if any(part.startswith(_NOISE) for part in inner.parts):
            continue
        if is_zip(member.name):
            yield Entry(base + member.name, str(path), member.size, member.key, "nested_zip")
        elif inner.suffix.lower() in SUFFIXES:
            yield Entry(base + member.name, str(path), member.size, member.key, member.problem)


def _read(path: str, limit: int) -> bytes:
    size = os.path.getsize(path)
    if size > limit:
        raise ReadError("too_large", size=size // 1_000_000, limit=limit // 1_000_000)
    return Path(path).read_bytes()


def _printable(name: str) -> str:
    # A name that is not UTF-8 on disk comes with lone surrogates, which no output file can hold.
    return name.encode("utf-8", "replace").decode("utf-8")
