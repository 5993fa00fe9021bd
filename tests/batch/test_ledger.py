"""The ledger after kills and damage."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.batch import Outcome
from camket.batch.ledger import Ledger, LedgerInUseError, recorded

OUTCOMES = [Outcome(f"k{n}", issuer=f"UBND xã số {n}", lines=('{"id": "0001"}',) * n) for n in range(5)]


def written(folder: Path, outcomes=OUTCOMES) -> Path:
    path = folder / ".camket" / "ledger"
    with Ledger(path) as ledger:
        ledger.add(outcomes)
    return path


def test_outcomes_come_back_as_they_were(tmp_path: Path) -> None:
    with Ledger(written(tmp_path)) as ledger:
        assert [ledger.get(o.key) for o in OUTCOMES] == OUTCOMES


@pytest.mark.parametrize("cut", [1, 2, 10, 40])
def test_a_torn_last_line_is_as_if_it_had_never_been(tmp_path: Path, cut: int) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:-cut])
    with Ledger(path) as ledger:
        assert "k4" not in ledger
        ledger.add([OUTCOMES[4]])
    with Ledger(path) as ledger:
        assert [ledger.get(o.key) for o in OUTCOMES] == OUTCOMES


@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_damaged_byte_never_gives_a_wrong_outcome(tmp_path_factory, place: int, byte: int) -> None:
    path = written(tmp_path_factory.mktemp("ledger"))
    data = bytearray(path.read_bytes())
    data[place % len(data)] = byte
    path.write_bytes(data)
    with Ledger(path) as ledger:
        assert all(ledger.get(o.key) == o for o in OUTCOMES if o.key in ledger)


def test_two_runs_do_not_share_a_ledger(tmp_path: Path) -> None:
    path = written(tmp_path)
    with Ledger(path), pytest.raises(LedgerInUseError):
        Ledger(path)


def test_failures_that_may_pass_are_tried_again(tmp_path: Path) -> None:
    with Ledger(written(tmp_path, [Outcome("a", "image_only"), Outcome("b", "corrupt")])) as ledger:
        ledger.forget_passing()
        assert "a" not in ledger
        assert "b" in ledger


def test_rewriting_keeps_order_and_drops_the_rest(tmp_path: Path) -> None:
    path = written(tmp_path)
    with Ledger(path) as ledger:
        ledger.rewrite(["k3", "k1", "k3"])
    assert [line.split()[0] for line in path.read_bytes().splitlines()] == [b"k3", b"k1"]
    assert recorded(path) == {"k1", "k3"}
