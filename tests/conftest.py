"""Fixtures that all tests share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def documents() -> Path:
    """The example documents of the repository."""
    return ROOT / "corpus" / "documents"


@pytest.fixture(scope="session")
def labelled() -> list[dict]:
    """The first records of the corpus' test split, enough for behaviour."""
    from camket.corpus import corpus_dir, read_records

    records = list(read_records(corpus_dir(), "test"))
    return records[:200]


@pytest.fixture(scope="session")
def examples() -> list[dict]:
    """Records with labels for any test that needs a few of every kind."""
    path = ROOT / "tests" / "cases" / "records.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled examples outside the project."""
    if not (SHARED / "gold" / "dev.jsonl").is_file():
        pytest.skip("the labelled examples outside the project are not here")
    return SHARED
