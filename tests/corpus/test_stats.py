"""Measures of variety, tables, samples and agreement."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from camket.cli.app import app
from camket.corpus.stats import repeated, type_token_ratio
from camket.evaluation.agreement import agreement, krippendorff_alpha

runner = CliRunner()


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=120), st.integers(1, 60))
def test_type_token_ratio_is_the_mean_over_windows(tokens: list[str], window: int) -> None:
    size = min(window, len(tokens))
    windows = [tokens[i : i + size] for i in range(len(tokens) - size + 1)]
    assert type_token_ratio(tokens, window) == pytest.approx(sum(len(set(w)) / size for w in windows) / len(windows))


def test_repeats_count_for_the_shorter_text() -> None:
    part = "giải ngân vốn đầu tư công đạt tối thiểu"
    assert repeated([part, f"{part} chín mươi lăm phần trăm kế hoạch vốn được giao trong năm"]) == 0.5
    assert repeated([]) == 0.0


@pytest.mark.parametrize(
    ("units", "alpha"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "a"), ("a", "a")], 1.0),
        ([("a", "b"), ("b", "a")], -0.5),
        # Krippendorff 2011, example B: ten units, two observers, nominal data
        ([*zip("0100000000", "1110010100", strict=True)], 0.095),
        # a unit with one value says nothing
        ([("a", "a"), ("b", "b"), ("a",)], 1.0),
    ],
)
def test_krippendorff_alpha(units: list[tuple[str, ...]], alpha: float) -> None:
    assert krippendorff_alpha(units) == pytest.approx(alpha, abs=5e-4)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=2, max_size=4), max_size=12))
def test_alpha_is_at_most_one(units: list[list[str]]) -> None:
    assert krippendorff_alpha(units) <= 1.0


def test_agreement_of_a_labelling_with_itself(labelled: list[dict]) -> None:
    made = {record["id"]: record for record in labelled}
    assert {found.value for found in agreement([made, made])} == {1.0}


def test_one_changed_label_shows_in_its_field(labelled: list[dict]) -> None:
    made = {record["id"]: record for record in labelled}
    first = next(record for record in labelled if record["claims"])
    claims = [{**first["claims"][0], "timing": "early"}, *first["claims"][1:]]
    other = {**made, first["id"]: {**first, "claims": claims}}
    values = {(found.field, found.measure): found.value for found in agreement([made, other])}
    assert values["claims timing", "F1"] < 1.0
    assert values["claims result", "F1"] == values["act", "alpha"] == 1.0


def test_sample_depends_on_its_seed_alone() -> None:
    drawn = [runner.invoke(app, ["corpus", "sample", "--seed", seed, "-n", "3"]).output for seed in ("1", "1", "2")]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0].count("[") >= 3


def test_stats_as_table_and_json() -> None:
    table = runner.invoke(app, ["corpus", "stats"])
    assert table.exit_code == 0
    assert "type-token ratio" in table.output
    data = json.loads(runner.invoke(app, ["corpus", "stats", "--json"]).output)
    assert sum(data["corpus"]["counts"]["act"].values()) == data["corpus"]["items"]


def test_agreement_needs_two_labellings(tmp_path: Path, labelled: list[dict]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in labelled), encoding="utf-8")
    assert runner.invoke(app, ["corpus", "agreement", str(path)]).exit_code == 2
    both = runner.invoke(app, ["corpus", "agreement", str(path), str(path)])
    assert both.exit_code == 0
    assert "act                alpha   1.000" in both.output
