"""Read a configuration file and make of it what the other packages take."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from camket.config.errors import ConfigError, message, unknown
from camket.config.model import Config
from camket.config.packs import registry_for
from camket.config.periods import read_period
from camket.config.words import use_words
from camket.lexicons import lexicon
from camket.rules import Registry, Settings

FILE = "camket.toml"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A configuration with what was made from it.

    Attributes
    ----------
    config : Config
        The file's content.
    settings : Settings
        Which rules run and how.
    registry : Registry
        The rules, with those of the packs it names.
    folder : Path
        What paths in it are relative to.
    """

    config: Config
    settings: Settings
    registry: Registry
    folder: Path

    def path(self, name: str | None) -> Path | None:
        """A path that the configuration names."""
        return self.folder / name if name else None


def find_config(folder: Path) -> Path | None:
    """The configuration of a folder.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    Path or None
        Its ``camket.toml``, or its ``pyproject.toml`` if that has a table ``[tool.camket]``; None without either.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "camket.toml").write_text("")
    ...     find_config(Path(folder)).name
    'camket.toml'
    """
    own, project = folder / FILE, folder / "pyproject.toml"
    if own.is_file():
        return own
    return project if project.is_file() and _table(project) else None


def load_config(source: str | Path | Mapping[str, Any] | None = None) -> Loaded:
    """Load a configuration.

    Parameters
    ----------
    source : str, Path or mapping, optional
        A TOML file, or its content; None for the defaults.

    Returns
    -------
    Loaded

    Raises
    ------
    ConfigError
        Where the file can't be read, or a key or value in it can't be used; the message names the key and, for an
        unknown one, the nearest that exists.

    Notes
    -----
    Own words, units and models are those of the running process from then on.

    Examples
    --------
    >>> loaded = load_config({"rules": {"disable": ["TN", "unnamed-partner"]}})
    >>> sorted(loaded.settings.disabled)
    ['NG04', 'TN01', 'TN02']
    """
    if source is None or isinstance(source, Mapping):
        folder, data = Path(), dict(source or {})
    else:
        path = Path(source)
        folder, data = path.parent, _table(path)
    config = _validated(data)
    registry = registry_for(config)
    use_words(config)
    if config.models:
        _use_models(folder / config.models)
    return Loaded(config, _settings(config, registry), registry, folder)


def _use_models(folder: Path) -> None:
    # Loads numpy, which a configuration without models of its own does without.
    from camket.scoring.store import ModelError, use_models

    try:
        use_models(folder)
    except ModelError as error:
        raise ConfigError(str(error), "models") from error


def _table(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(message("no_file", path=path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(message("not_toml", path=path, reason=error)) from error
    return data.get("tool", {}).get("camket", {}) if path.name == "pyproject.toml" else data


def _validated(data: dict[str, Any]) -> Config:
    try:
        return Config.model_validate(data)
    except ValidationError as error:
        # A mistyped key is often missed under its right name, too: the mistake is what helps.
        first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        key = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise unknown("key", key, _keys_beside(first["loc"])) from error
        raise ConfigError(message("bad_value", key=key, reason=_reason(first)), key) from error


def _reason(error: Mapping[str, Any]) -> str:
    """What is wrong with a value, in Vietnamese where we have words for it."""
    known = lexicon("config_messages")["reasons"]
    kind = error["type"]
    kind = kind if kind in known else kind.split("_")[-1]
    return str(known[kind].format(**error.get("ctx", {})) if kind in known else error["msg"])


def _keys_beside(place: tuple[int | str, ...]) -> list[str]:
    """Keys that are valid in the table that holds the last part of a place."""
    model: Any = Config
    for part in place[:-1]:
        fields = getattr(model, "model_fields", {})
        model = fields[part].annotation if part in fields else model
        # A table of named entries: their model stands in the annotation.
        inner = [a for a in getattr(model, "__args__", ()) if isinstance(a, type) and issubclass(a, BaseModel)]
        model = inner[0] if inner else model
    return list(model.model_fields)


def _settings(config: Config, registry: Registry) -> Settings:
    enabled = codes_of(config.rules.enable, registry) or frozenset(registry.by_code)
    disabled = frozenset(registry.by_code) - enabled | codes_of(config.rules.disable, registry)
    severities = {code: level for name, level in config.severity.items() for code in codes_of([name], registry)}
    thresholds = config.thresholds
    return Settings(
        disabled, severities, thresholds.grace_days, thresholds.max_tasks, thresholds.tolerance,
        read_period(config.period), tuple(word.lower() for word in config.lower_is_better),
    )  # fmt: skip


def codes_of(names: list[str], registry: Registry) -> frozenset[str]:
    """Codes of rules given by code, name or group.

    Raises
    ------
    ConfigError
        For a name that no rule has.
    """
    found: set[str] = set()
    for name in names:
        codes = {r.code for r in registry.rules if name in (r.code, r.name, r.code[:2])}
        if not codes:
            raise unknown("rule", name, [*registry.by_code, *(r.name for r in registry.rules)])
        found |= codes
    return frozenset(found)
