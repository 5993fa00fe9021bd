"""Findings by a configuration of one's own: which rules run, how severe, with which words and units."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from camket.config import ConfigError, load_config
from camket.language.attributes import attribute
from camket.language.components import StepComponent
from camket.language.docs import get_observed, store
from camket.pipeline import ASSIGNS, REQUIRES
from camket.rules import NO_DOCUMENT, item_findings, view_of

FACTORY = "camket_rules"
STEP = "camket_findings"


class RulesComponent(StepComponent):
    """The last step with a configuration of one's own.

    Parameters
    ----------
    name : str
        Name of the component in its pipeline.
    source : str
        The configuration's content as JSON.
    """

    def __init__(self, name: str, source: str) -> None:
        super().__init__(name, STEP)
        self.loaded = load_config(json.loads(source))

    def _run(self, docs: list[Doc]) -> None:
        for doc in docs:
            observed = get_observed(doc)
            view = view_of(observed.annotation(), NO_DOCUMENT, self.loaded.settings)
            observed.findings = item_findings(view, self.loaded.registry)
            store(doc, observed, STEP)


def _read(path: Path) -> dict[str, Any]:
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    found: dict[str, Any] = given.get("tool", {}).get("camket", given)
    if "models" in found:
        found = {**found, "models": str((path.parent / found["models"]).resolve())}
    return found


def content(config: str | Path | Mapping[str, Any]) -> str:
    """A configuration as JSON, so that it is stored with the pipeline.

    Parameters
    ----------
    config : str, Path or mapping
        A TOML file, or its content.

    Raises
    ------
    ConfigError
        Where the file can't be read or used; the message names the key.
    """
    if not isinstance(config, Mapping):
        load_config(config)
        config = _read(Path(config))
    try:
        return json.dumps(config)
    except TypeError as error:
        raise ConfigError(f"Cấu hình chỉ gồm chữ, số, danh sách: {error}", "config") from error


@Language.factory(
    FACTORY, assigns=[attribute(f) for f in ASSIGNS[STEP]], requires=[attribute(f) for f in REQUIRES[STEP]]
)
def make_rules(nlp: Language, name: str, source: str) -> RulesComponent:
    """Factory for spaCy's registry (entry point ``spacy_factories``)."""
    return RulesComponent(name, source)
