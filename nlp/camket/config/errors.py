"""What can be wrong with a configuration."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from camket.lexicons import lexicon


class ConfigError(ValueError):
    """A configuration that can't be used; ``key`` names the place."""

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


def message(key: str, /, **values: object) -> str:
    """A message of this package, filled in."""
    return str(lexicon("config_messages")[key]).format(**values)


def unknown(kind: str, key: str, valid: Iterable[str]) -> ConfigError:
    """The error for a name that doesn't exist, with the nearest one that does.

    Examples
    --------
    >>> str(unknown("key", "treshold", ["thresholds", "severity"]))
    'Không có mục cấu hình “treshold”. Có phải là “thresholds”?'
    """
    names = sorted(set(valid))
    near = get_close_matches(key.rsplit(".", 1)[-1], names, 1, 0.5)
    hint = message("near", name=near[0]) if near else message("valid", names=", ".join(names)) if names else ""
    return ConfigError(f"{message(f'unknown_{kind}', key=key)} {hint}".rstrip(), key)
