"""Rule packs of others: entry points of the group ``camket.rules``."""

from __future__ import annotations

from importlib.metadata import entry_points

from camket.config.errors import ConfigError, message, unknown
from camket.config.model import Config
from camket.rules import Registry, builtin

GROUP = "camket.rules"


def registry_for(config: Config) -> Registry:
    """The rules of camket and of the packs that a configuration names.

    A pack is a module with ``RULES``, a sequence of rule classes, and ``TEXTS``, a mapping from code to ``title``,
    ``question`` and ``suggestion``. A pack that is installed but not named is not loaded.
    """
    registry = builtin()
    for name in config.rules.packs:
        found = {point.name: point for point in entry_points(group=GROUP)}
        if name not in found:
            raise unknown("pack", name, found)
        pack = found[name].load()
        try:
            registry = registry.with_rules([rule() for rule in pack.RULES], pack.TEXTS)
        except (AttributeError, TypeError, ValueError) as error:
            raise ConfigError(message("pack_clash", name=name, reason=error), name) from error
    return registry
