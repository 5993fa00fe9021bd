"""The machine that a bundle is for."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass

# What a platform's tag says of the values that markers ask for.
_SYSTEMS = {
    "win": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "manylinux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "macosx": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}
_MACHINES = {"win_amd64": "AMD64", "win_arm64": "ARM64", "win32": "x86"}


@dataclass(frozen=True, slots=True)
class Target:
    """A Python version and a platform.

    Parameters
    ----------
    python : str
        Like "3.12"; by default the running one.
    platform : str, optional
        Tag of wheels ("win_amd64", "manylinux2014_x86_64"); None is this machine.
    """

    python: str = f"{sys.version_info.major}.{sys.version_info.minor}"
    platform: str | None = None

    @property
    def is_here(self) -> bool:
        """Whether it is this machine and the running Python."""
        return self.platform is None and self.python == Target().python

    @property
    def pip_options(self) -> list[str]:
        """What makes pip choose wheels for it."""
        if self.is_here:
            return []
        chosen = ["--only-binary=:all:", "--python-version", self.python]
        return [*chosen, "--platform", self.platform] if self.platform else chosen

    def environment(self) -> dict[str, str]:
        """Values of markers on it; pip itself takes those of the machine it runs on.

        Examples
        --------
        >>> Target("3.12", "win_amd64").environment()["sys_platform"]
        'win32'
        """
        from packaging.markers import default_environment

        found = {k: str(v) for k, v in default_environment().items()}
        found |= {"python_version": self.python, "python_full_version": f"{self.python}.0", "extra": ""}
        if self.platform:
            system = next((v for k, v in _SYSTEMS.items() if self.platform.startswith(k)), {})
            machine = _MACHINES.get(self.platform) or self.platform.split("_", 2)[-1]
            found |= {**system, "platform_machine": machine}
        return found

    def __str__(self) -> str:
        """For people."""
        return f"Python {self.python}, {self.platform or platform.platform(terse=True)}"
