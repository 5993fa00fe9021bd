"""Own words and units, added to the finders."""

from __future__ import annotations

from camket.config.errors import ConfigError, message, unknown
from camket.config.model import Config
from camket.pipes import times, wording
from camket.pipes.figures import units


def use_words(config: Config) -> None:
    """Add the phrases and units of a configuration to the finders of this process."""
    lists = {**dict.fromkeys(wording.LABELS, wording.add_phrases), **dict.fromkeys(times.CUE_LABELS, times.add_phrases)}
    for label, phrases in config.lexicon.items():
        if label not in lists:
            raise unknown("list", label, lists)
        lists[label](label, phrases)
    for name, unit in config.units.items():
        try:
            units.add_unit(unit.spellings, unit.dimension, unit.scale, unit.sign)
        except units.UnitError as error:
            reason = message("bad_dimension", value=unit.dimension)
            raise ConfigError(message("bad_value", key=f"units.{name}", reason=reason), f"units.{name}") from error
