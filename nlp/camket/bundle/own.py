"""The wheel of camket itself: built from its source, or put together again from what is installed."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePath
from urllib.parse import urlsplit
from urllib.request import url2pathname

# What an installer adds to a wheel's own files.
_ADDED = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
# Suffixes of compiled modules; the sources lie beside them.
_COMPILED = {".so", ".pyd"}
_PURE = "py3-none-any"


def source_of(found: Distribution) -> Path | None:
    """Folder that an editable installation points to; None for an ordinary one.

    Examples
    --------
    >>> isinstance(source_of(distribution("typer")), Path)
    False
    """
    told = json.loads(found.read_text("direct_url.json") or "{}")
    if not told.get("dir_info", {}).get("editable"):
        return None
    return Path(url2pathname(urlsplit(told["url"]).path))


def repack(found: Distribution, folder: Path, *, pure: bool = False) -> Path:
    """Write the wheel that a distribution was installed from, without what the installer added; its path.

    ``pure`` leaves the compiled modules out, so that it installs on every machine.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     repack(distribution("typer"), Path(place)).name.startswith("typer-")
    True
    """
    name = f"{found.metadata['Name'].replace('-', '_')}-{found.version}"
    target = folder / f"{name}-{_PURE if pure else _tag(found)}.whl"
    record = f"{name}.dist-info/RECORD"
    rows: list[tuple[object, ...]] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path in sorted((p for p in found.files or () if _belongs(p, pure)), key=str):
            data = Path(str(path.locate())).read_bytes()
            if pure and path.name == "WHEEL":
                data = _as_pure(data)
            wheel.writestr(path.as_posix(), data)
            rows.append((path.as_posix(), f"sha256={_digest(data)}", len(data)))
        wheel.writestr(record, _table([*rows, (record, "", "")]))
    return target


def _belongs(path: PurePath, pure: bool) -> bool:
    # Scripts lie outside; entry_points.txt makes them anew.
    if ".." in path.parts or path.name in _ADDED or path.suffix == ".pyc":
        return False
    return not (pure and path.suffix in _COMPILED)


def _tag(found: Distribution) -> str:
    lines = (found.read_text("WHEEL") or "").splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("Tag:")), _PURE)


def _as_pure(data: bytes) -> bytes:
    told = re.sub(r"^Root-Is-Purelib:.*$", "Root-Is-Purelib: true", data.decode(), flags=re.MULTILINE)
    return re.sub(r"^Tag:.*$", f"Tag: {_PURE}", told, flags=re.MULTILINE).encode()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _table(rows: list[tuple[object, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def installed() -> Distribution:
    """The installed camket."""
    return distribution("camket")
