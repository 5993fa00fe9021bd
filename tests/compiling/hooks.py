"""The build hook with the settings of pyproject.toml."""

from __future__ import annotations

import importlib.util
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.wheel import WheelBuilder

from compiling.builds import ROOT


def settings() -> dict[str, Any]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]


def hook(root: Path, **changes: object) -> Any:
    spec = importlib.util.spec_from_file_location("compile_hook", ROOT / "nlp" / "compile_hook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    builder = WheelBuilder(str(root))
    return module.CompileHook(
        str(root), {**settings(), **changes}, builder.config, builder.metadata, "", "wheel", builder.app
    )
