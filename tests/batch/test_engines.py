"""Dask and Spark on real local clusters with two workers: the same outcomes as one process, whatever dies."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from batch import works
from batch.makers import ROOT, item_texts, paragraphs
from camket.batch import Options, Payload, check_partition
from camket.batch.engines import EngineError, Lost, MissingEngineError, open_engine

DOCUMENTS = 24
SPECS = ("pool", "dask", pytest.param("spark=local-cluster[2,1,1024]", marks=pytest.mark.spark))


def payloads(folder: Path, kinds: dict[int, str]) -> list[Payload]:
    texts = item_texts()
    data = ["\n".join(paragraphs(number, texts)).encode() for number in range(DOCUMENTS)]
    return [Payload(str(folder / str(n)), kinds.get(n, ".txt"), text) for n, text in enumerate(data)]


@pytest.fixture(scope="module")
def importable() -> None:
    """Workers of an engine find the tests' modules where the driver has them."""
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "nlp"), str(ROOT / "tests"), before])
    yield
    os.environ["PYTHONPATH"] = before


@pytest.fixture(scope="module", params=SPECS)
def finished(request, tmp_path_factory, importable):
    """A run in which a worker is killed, and with Spark a whole executor, too."""
    folder = tmp_path_factory.mktemp("engine")
    kinds = {7: ".once"} | ({13: ".host"} if "spark" in request.param else {})
    given = payloads(folder, kinds)
    with open_engine(request.param, works.checked, 2) as run:
        results = list(run([given[n : n + 3] for n in range(0, DOCUMENTS, 3)]))
    return folder, given, results


def test_a_killed_worker_loses_nothing(finished) -> None:
    folder, given, results = finished
    assert (folder / "7").exists()
    assert not any(isinstance(result, Lost) for result in results)
    assert sorted(o.key for found in results for o in found) == sorted(p.key for p in given)


def test_outcomes_are_those_of_one_process(finished) -> None:
    _, given, results = finished
    serial = check_partition(Options(), [Payload(p.key, ".txt", p.data) for p in given])
    assert {o.key: o for found in results for o in found} == {o.key: o for o in serial}


def test_models_are_loaded_once_a_worker(finished) -> None:
    """A model is read when it is first needed, so workers may hold different ones, but none reads one again."""
    folder = finished[0]
    loads = [path.read_text(encoding="ascii").split() for path in folder.glob("loads-*")]
    assert len(loads) >= 2
    assert all(int(read) == int(held) > 0 for read, held in loads)


def test_a_document_that_kills_every_worker_comes_back_as_lost(importable) -> None:
    with open_engine("dask", works.label, 1) as run:
        (result,) = run([[Payload("a", ".die", b"")]])
    assert isinstance(result, Lost)


def test_workers_with_another_camket_refuse() -> None:
    found = check_partition(Options(program="another"), [Payload("a", ".txt", b"1. x")])
    assert [o.code for o in found] == ["other_version"]


@pytest.mark.parametrize("spec", ["dask", pytest.param("spark=local[1]", marks=pytest.mark.spark)])
def test_workers_that_can_not_load_the_work_end_the_run(importable, spec: str) -> None:
    with open_engine(spec, works.Unreadable(), 1) as run, pytest.raises(EngineError, match="RuntimeError"):
        list(run([[Payload("a", ".txt", b"")]]))


@pytest.mark.parametrize("spec", ["ray", "pool=2", ""])
def test_unknown_engines_are_refused(spec: str) -> None:
    with pytest.raises(ValueError):
        open_engine(spec, works.label, 1)


@pytest.mark.parametrize(("spec", "module"), [("dask", "distributed"), ("spark", "pyspark")])
def test_missing_engines_are_told(monkeypatch, spec: str, module: str) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(MissingEngineError, match=spec):
        open_engine(spec, works.label, 1)
