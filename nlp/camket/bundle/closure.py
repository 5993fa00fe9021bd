"""Whether a folder of wheels is whole for a machine: pip judges markers by the machine it runs on alone."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path

from camket.bundle.target import Target


@dataclass(frozen=True, slots=True)
class Wheel:
    """Name, version, licence and requirements of a wheel."""

    name: str
    version: str
    licence: str
    requires: tuple[str, ...]


def read_wheel(path: Path) -> Wheel:
    """What a wheel says of itself."""
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.count("/") == 1 and n.endswith(".dist-info/METADATA"))
        told = Parser().parsestr(archive.read(name).decode("utf-8"))
    return Wheel(plain(told["Name"]), told["Version"], _licence(told), tuple(told.get_all("Requires-Dist") or ()))


def plain(name: str) -> str:
    """A distribution's name as it is compared.

    Examples
    --------
    >>> plain("Jinja2"), plain("python_docx")
    ('jinja2', 'python-docx')
    """
    from packaging.utils import canonicalize_name

    return canonicalize_name(name)


def _licence(told: Message) -> str:
    named = told["License-Expression"] or ""
    classes = [c.rsplit(" :: ", 1)[-1] for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    first = (told["License"] or "").strip().splitlines()
    return named or "; ".join(classes) or (first[0][:80] if first else "?")


def missing(folder: Path, target: Target, extras: tuple[str, ...] = ("web",)) -> list[str]:
    """Requirements that no wheel of a folder meets on a machine, in order.

    Parameters
    ----------
    folder : Path
        With wheels.
    target : Target
        The machine.
    extras : tuple of str
        Of camket, that are wanted.
    """
    wheels = {wheel.name: wheel for wheel in map(read_wheel, sorted(folder.glob("*.whl")))}
    wanted: dict[str, tuple[str, ...]] = {"camket": extras}
    left, lacking = ["camket"], {}
    while left:
        wheel = wheels[left.pop()]
        for requirement, name, more in _needs(wheel, wanted[wheel.name], target):
            if name not in wheels or not _fits(requirement, wheels[name].version):
                lacking[name] = requirement.partition(";")[0].strip()
            elif name not in wanted or set(more) - set(wanted[name]):
                wanted[name] = tuple({*wanted.get(name, ()), *more})
                left.append(name)
    return sorted(lacking.values())


def _needs(wheel: Wheel, extras: tuple[str, ...], target: Target) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Requirements of a wheel that hold on the machine: as written, the name, the extras asked of it."""
    from packaging.requirements import Requirement

    environment = target.environment()
    for written in wheel.requires:
        found = Requirement(written)
        if found.marker is None or any(found.marker.evaluate({**environment, "extra": e}) for e in ("", *extras)):
            yield written, plain(found.name), tuple(found.extras)


def _fits(requirement: str, version: str) -> bool:
    from packaging.requirements import Requirement

    return Requirement(requirement).specifier.contains(version, prereleases=True)
