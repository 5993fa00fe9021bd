"""What users set: ``camket.toml`` or ``[tool.camket]`` of ``pyproject.toml``."""

from camket.config.errors import ConfigError
from camket.config.load import Loaded, find_config, load_config
from camket.config.model import Config

__all__ = ["Config", "ConfigError", "Loaded", "find_config", "load_config"]
