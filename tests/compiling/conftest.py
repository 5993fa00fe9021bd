"""A source distribution of the project, unpacked: what is built in these tests is built from it."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from compiling.builds import ROOT, hatch


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sdist")
    built = hatch(ROOT, out, "sdist")
    assert built.code == 0, built.said
    archive = next(out.glob("*.tar.gz"))
    with tarfile.open(archive) as packed:
        packed.extractall(out, filter="data")
    return out / archive.name.removesuffix(".tar.gz")
