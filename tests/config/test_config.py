"""Configuration: what it changes, and what it says of mistakes."""

from __future__ import annotations

import sys
import types
from datetime import date
from importlib.metadata import EntryPoint

import pytest

from camket.api import annotate
from camket.config import ConfigError, find_config, load_config
from camket.config import packs as packs_module
from camket.rules import Hit, Rule, builtin

MISTAKES = [
    ({"treshold": {}}, "treshold", "“thresholds”"),
    ({"thresholds": {"grace_day": 3}}, "thresholds.grace_day", "“grace_days”"),
    ({"rules": {"disabled": []}}, "rules.disabled", "“disable”"),
    ({"rules": {"disable": ["SP99"]}}, "SP99", "“SP"),
    ({"rules": {"enable": ["no-deadlin"]}}, "no-deadlin", "“no-deadline”"),
    ({"severity": {"SP02": "warn"}}, "severity.SP02", "warning"),
    ({"severity": {"XX01": "info"}}, "XX01", ""),
    ({"lexicon": {"effort_vreb": ["x"]}}, "effort_vreb", "“effort_verb”"),
    ({"units": {"giỏ": {"spelings": ["giỏ"]}}}, "units.giỏ.spelings", "“spellings”"),
    ({"units": {"giỏ": {"spellings": []}}}, "units.giỏ.spellings", "ít nhất 1"),
    ({"units": {"giỏ": {"spellings": ["giỏ"], "dimension": "masss"}}}, "units.giỏ", "masss"),
    ({"thresholds": {"max_tasks": 1}}, "thresholds.max_tasks", "2"),
    ({"thresholds": {"tolerance": "nhiều"}}, "thresholds.tolerance", "kiểu dữ liệu"),
    ({"period": "lung tung"}, "period", "năm 2024"),
    ({"rules": {"packs": ["chưa-cài"]}}, "chưa-cài", ""),
    ({"fail_on": "always"}, "fail_on", "vague"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "key", "hint"), MISTAKES)
def test_a_mistake_is_named_with_what_would_do(data, key, hint) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(data)
    assert caught.value.key == key
    assert f"“{key}”" in str(caught.value) or key in str(caught.value) or key == "period"
    assert hint in str(caught.value)


def test_defaults() -> None:
    loaded = load_config()
    assert loaded.settings.disabled == frozenset()
    assert loaded.registry is builtin()


def test_rules_on_and_off_by_code_name_and_group() -> None:
    disabled = load_config({"rules": {"disable": ["SP02", "no-deadline", "TN"]}}).settings.disabled
    assert disabled == {"SP02", "TG01", "TN01", "TN02"}
    enabled = load_config({"rules": {"enable": ["TG", "SP01"], "disable": ["TG06"]}}).settings.disabled
    assert frozenset(builtin().by_code) - enabled == {"TG01", "TG02", "TG03", "TG04", "TG05", "SP01"}


@pytest.mark.parametrize("value", ["năm 2024", "2024-01-01/2024-12-31"])
def test_period(value) -> None:
    assert load_config({"period": value}).settings.period == (date(2024, 1, 1), date(2024, 12, 31))


def test_own_words_and_units() -> None:
    load_config({"lexicon": {"effort_verb": ["chung tay góp sức"]}, "units": {"gùi": {"spellings": ["gùi ngô nếp"]}}})
    record = {"text": "Chung tay góp sức vì cộng đồng.", "kind": "commitment", "date": "2024-01-15"}
    found = next(annotate([record]))["camket"]
    assert any(f["code"] in ("SP02", "SP01") for f in found["findings"]) or found["verdict_in_document"] != "vague"
    figures = next(
        annotate([{"text": "Thu 50 gùi ngô nếp trước ngày 30/9.", "kind": "commitment", "date": "2024-01-15"}])
    )
    assert [(f["low"], f["unit"]) for f in figures["figures"]] == [(50, "gùi ngô nếp")]


def test_files(tmp_path) -> None:
    assert find_config(tmp_path) is None
    project = tmp_path / "pyproject.toml"
    project.write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert find_config(tmp_path) is None
    project.write_text('[tool.camket.rules]\ndisable = ["NG04"]\n', encoding="utf-8")
    assert load_config(find_config(tmp_path)).settings.disabled == {"NG04"}
    own = tmp_path / "camket.toml"
    own.write_text('suppressions = "bo-qua.toml"\n', encoding="utf-8")
    loaded = load_config(find_config(tmp_path))
    assert loaded.path(loaded.config.suppressions) == tmp_path / "bo-qua.toml"
    own.write_text("x = [", encoding="utf-8")
    with pytest.raises(ConfigError, match="TOML"):
        load_config(own)
    with pytest.raises(ConfigError, match="Không thấy"):
        load_config(tmp_path / "none.toml")


class Shouting(Rule):
    """Viết hoa toàn bộ."""

    code, name, criterion, slot = "ZZ01", "shouting", "task", "task"

    def find(self, view):
        """Ask about capitals."""
        if view.item.text.isupper():
            yield Hit()


def test_rule_packs_are_loaded_only_by_name(monkeypatch) -> None:
    module = types.ModuleType("camket_test_pack")
    module.RULES, module.TEXTS = [Shouting], {"ZZ01": {"title": "Viết hoa", "question": "Vì sao viết hoa?"}}
    monkeypatch.setitem(sys.modules, "camket_test_pack", module)
    point = EntryPoint("hét", "camket_test_pack", packs_module.GROUP)
    monkeypatch.setattr(packs_module, "entry_points", lambda group: [point])
    assert "ZZ01" not in load_config().registry.by_code
    loaded = load_config({"rules": {"packs": ["hét"]}, "severity": {"ZZ01": "error"}})
    assert "ZZ01" in loaded.registry.by_code
    module.RULES = [Shouting, builtin().item_rules[0].__class__]
    with pytest.raises(ConfigError, match="hét"):
        load_config({"rules": {"packs": ["hét"]}})
