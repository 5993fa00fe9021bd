"""The register: imports, queries, decisions, exports, size."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date

import pytest

from camket.register.exports import export, frame, labels
from camket.register.overview import completion
from camket.register.records import Decision, Entry, FiledLink, Filing
from camket.register.rulings import UnclearLinkError, WrongKindError, resolve, rulings
from camket.register.store import Register
from camket.register.words import fold, sort_key


def filing(kind, organisation="UBND xã Đông Mỹ", year=2023, count=3, tag="x"):
    day = date(year, 1, 10) if kind == "commitment" else date(year, 12, 10)
    entries = tuple(
        Entry(f"{kind[0]}{i}", f"Trồng rừng {tag} {i}", "agriculture", date(year, 6, 1 + i)) for i in range(count)
    )
    return Filing(organisation, kind, day, f"{tag}.docx", entries)


@pytest.fixture
def register(tmp_path):
    with Register(tmp_path / "r.db") as opened:
        yield opened


@pytest.fixture
def pair(register):
    commitment, report = register.add(filing("commitment")), register.add(filing("report"))
    register.link(commitment, report, [FiledLink("c0", "r0", "met", 0.9), FiledLink("c1", "r1", "overdue", 0.8)])
    return commitment, report


def statuses(register, kind="commitment"):
    return [row.status for row in register.find(kind=kind)]


def test_imports_are_idempotent(register, pair):
    assert (register.add(filing("commitment")), register.add(filing("report"))) == pair
    assert len(register.find()) == 3
    assert statuses(register) == ["met", "overdue", "silent"]
    assert statuses(register, "report") == ["reported", "reported", "orphan"]


def test_decisions_win_on_reruns(register, pair):
    first, second, _ = (row.id for row in register.find())
    told = [row.id for row in register.find(kind="report")]
    register.decide(Decision(first, "rejected", "khác thôn", "An", told[0]))
    register.decide(Decision(second, "corrected", "đã xong", "An", told[1], "met"))
    assert statuses(register) == ["silent", "met", "silent"]
    register.link(*pair, [FiledLink("c0", "r0", "met", 0.9), FiledLink("c1", "r1", "overdue", 0.8)])
    assert statuses(register) == ["silent", "met", "silent"]
    register.decide(Decision(first, "corrected", "hồ sơ giấy", "Bình", None, "exceeded"))
    assert statuses(register)[0] == "exceeded"
    assert [(x["linked"], x["outcome"]) for x in labels(register)] == [(False, None), (True, "met")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("UBND HUYỆN VĨNH HÀ", {"UBND huyện Vĩnh Hà"}),
        ("ubnd huyen vinh ha", {"UBND huyện Vĩnh Hà"}),
        ("Ủy ban nhân dân huyện Vĩnh Hà", {"UBND huyện Vĩnh Hà"}),
        ("vinh ha", {"UBND huyện Vĩnh Hà", "UBND huyện Vĩnh Hà Phòng Kinh tế", "Chi bộ Trường THPT Vĩnh Hà"}),
        ("phòng kinh tế", {"UBND huyện Vĩnh Hà Phòng Kinh tế"}),
        ("UBND xã An Lạc", {"Ủy ban nhân dân xã An Lạc"}),
        # No word is cut, none is left out in between, and no other sign is a wild card.
        ("inh ha", set()),
        ("UBND Vĩnh Hà", set()),
        ("vinh%", set()),
    ],
)
def test_organisations_by_whole_names_and_parts(register, asked, found):
    for name in ("UBND huyện Vĩnh Hà", "UBND huyện Vĩnh Hà Phòng Kinh tế", "Chi bộ Trường THPT Vĩnh Hà",
                 "Ủy ban nhân dân xã An Lạc"):  # fmt: skip
        register.add(filing("commitment", name, count=1))
    assert {row.organisation for row in register.find(organisation=asked)} == found
    assert {row.organisation for row in register.due(date(2023, 5, 20), organisation=asked)} == found


def test_a_decision_without_a_report_is_on_the_only_link(register, pair):
    first, second, third = (row.id for row in register.find())
    told = [row.id for row in register.find(kind="report")]
    assert resolve(register, Decision(first, "rejected", "khác thôn", "An")).report == told[0]
    assert resolve(register, Decision(first, "corrected", "hồ sơ giấy", "An", None, "met")).report is None
    assert resolve(register, Decision(third, "accepted", "đúng", "An", told[2])).report == told[2]
    with pytest.raises(UnclearLinkError) as none:
        resolve(register, Decision(third, "rejected", "khác thôn", "An"))
    register.decide(Decision(second, "accepted", "cùng việc", "An", told[0]))
    with pytest.raises(UnclearLinkError) as several:
        resolve(register, Decision(second, "rejected", "khác thôn", "An"))
    assert (none.value.answers, several.value.answers) == ((), (told[0], told[1]))
    with pytest.raises(WrongKindError):
        resolve(register, Decision(told[0], "rejected", "khác thôn", "An"))
    with pytest.raises(WrongKindError):
        resolve(register, Decision(first, "accepted", "đúng", "An", second))


def test_what_was_decided_is_told_the_last_first(register, pair):
    first = register.find()[0].id
    told = register.find(kind="report")[0].id
    register.decide(Decision(first, "rejected", "khác thôn", "An", told))
    register.decide(Decision(first, "accepted", "đã xem lại", "Bình", told))
    found = rulings(register, first)
    assert [(one.decision, one.reason, one.inspector) for one in found] == [
        ("accepted", "đã xem lại", "Bình"), ("rejected", "khác thôn", "An")
    ]  # fmt: skip
    assert rulings(register, told) == found


def test_decisions_on_nothing_are_refused(register):
    with pytest.raises(KeyError):
        register.decide(Decision(77, "accepted", "", "An"))


def test_a_broken_import_leaves_nothing(register):
    with pytest.raises(RuntimeError), register.transaction():
        register.add(filing("commitment"))
        raise RuntimeError
    assert register.find() == []


@pytest.mark.parametrize(
    ("conditions", "count"),
    [
        ({"organisation": "ubnd xa dong my"}, 3), ({"organisation": "UBND xã Đôn"}, 0), ({"text": "trong rung"}, 3),
        ({"text": "Trồng rừng x 1"}, 1), ({"text": '"'}, 0), ({"status": "silent"}, 1), ({"field": "agriculture"}, 3),
        ({"year": 2022}, 0), ({"period": (date(2023, 6, 2), date(2023, 6, 30))}, 2), ({"limit": 2}, 2),
    ],
)  # fmt: skip
def test_queries(register, pair, conditions, count):
    assert len(register.find(**conditions)) == count


def test_due(register, pair):
    assert [row.place for row in register.due(date(2023, 5, 20))] == ["c1", "c2"]
    assert register.due(date(2023, 6, 20)) == []


def test_vietnamese_order(register):
    names = ["xã Đá", "xã Dạ", "xã Ân", "xã Ăn", "xã An", "xã Ea", "xã Da"]
    for name in names:
        register.add(filing("commitment", name, count=1))
    assert [row.organisation for row in register.find()] == [
        "xã An",
        "xã Ăn",
        "xã Ân",
        "xã Da",
        "xã Dạ",
        "xã Đá",
        "xã Ea",
    ]
    assert sorted(["hoà", "hỏa", "họa", "hoa"], key=sort_key)[0] == "hoa"
    assert fold("Đường Ðông") == "duong dong"


def test_tables_are_strict_and_versioned(tmp_path):
    path = tmp_path / "r.db"
    Register(path).close()
    Register(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone()[0] >= 1
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO links VALUES ('a', 'b', 'met', 'x', '', '', 0)")


def test_exports(register, pair, tmp_path):
    for name in ("a.xlsx", "a.csv"):
        export(register, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100
    assert list(frame(register)["status"]) == ["met", "overdue", "silent"]
    assert completion(register) == [("UBND xã Đông Mỹ", 1, 3)]
    assert completion(register, "field") == [("agriculture", 1, 3)]
    with pytest.raises(ValueError):
        export(register, tmp_path / "a.pdf")


CHILD = """
import sys
from datetime import date
from camket.register.rulings import UnclearLinkError, WrongKindError, resolve, rulings
from camket.register.store import Register
from camket.register.records import Entry, Filing
with Register(sys.argv[1]) as register:
    for i in range(100000):
        entries = tuple(Entry(f"c{k}", f"Trồng rừng {i} {k}") for k in range(20))
        register.add(Filing(f"xã {i}", "commitment", date(2023, 1, 1), "a", entries))
        print(i, flush=True)
"""


@pytest.mark.parametrize("wait", [0.15, 0.4])
def test_a_kill_loses_and_doubles_nothing(tmp_path, wait):
    path = tmp_path / "r.db"
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True,
                             env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})  # fmt: skip
    assert child.stdout.readline().strip() == "0"
    time.sleep(wait)
    child.send_signal(signal.SIGKILL)
    told = [0, *map(int, child.stdout.read().split())]
    child.wait()
    with Register(path) as register:
        assert register.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        counts = dict(register.connection.execute("SELECT document, count(*) FROM items GROUP BY document"))
        assert set(counts.values()) == {20}
        assert len(told) <= len(counts) <= len(told) + 1
        entries = tuple(Entry(f"c{k}", f"Trồng rừng 0 {k}") for k in range(20))
        register.add(Filing("xã 0", "commitment", date(2023, 1, 1), "a", entries))
        assert register.connection.execute("SELECT count(*) FROM documents").fetchone()[0] == len(counts)


def fill(register, documents):
    rng = random.Random(0)
    words = [
        "trồng",
        "rừng",
        "ngân",
        "sách",
        "đường",
        "thôn",
        "hộ",
        "nghèo",
        "bảo",
        "hiểm",
        "y",
        "tế",
        "đảng",
        "viên",
        "vốn",
        "trường",
        "chuẩn",
    ]
    with register.transaction():
        for i in range(documents):
            name, year = f"UBND xã {i % 400}", 2015 + i // 100
            mine = tuple(
                Entry(f"c{k}", " ".join(rng.choices(words, k=12)), rng.choice(["finance", "health"]), date(year, 6, 1))
                for k in range(100)
            )
            theirs = tuple(Entry(f"r{k}", " ".join(rng.choices(words, k=14)), "finance") for k in range(300))
            a = register.add(Filing(name, "commitment", date(year, 1, 10), f"c{i}", mine))
            b = register.add(Filing(name, "report", date(year, 12, 10), f"r{i}", theirs))
            register.link(a, b, [FiledLink(f"c{k}", f"r{k}", rng.choice(["met", "overdue"]), 0.9) for k in range(80)])


@pytest.mark.alone
@pytest.mark.parametrize("documents", [100, pytest.param(1000, marks=pytest.mark.full)])
def test_large_registers_answer_at_once(register, documents):
    fill(register, documents)
    start = time.perf_counter()
    a = register.add(filing("commitment", "UBND xã Mới", count=25, tag="n"))
    b = register.add(
        Filing("UBND xã Mới", "report", date(2024, 1, 1), "n", tuple(Entry(f"r{k}", f"Xong {k}") for k in range(975)))
    )
    register.link(a, b, [FiledLink(f"c{k}", f"r{k}", "met", 0.9) for k in range(25)])
    assert time.perf_counter() - start < 30
    queries = (
        {}, {"status": "overdue"}, {"field": "health"}, {"organisation": "ubnd xa 7"}, {"text": "trong rung"}, {"text": "zz"},
        {"status": "silent", "year": 2016}, {"organisation": "ubnd xa 9", "status": "overdue"}, {"status": "overdue", "offset": 3000},
        {"kind": "report", "status": "orphan"}, {"period": (date(2016, 1, 1), date(2016, 6, 30))},
    )  # fmt: skip
    for conditions in queries:
        assert min(_time(register, conditions) for _ in range(3)) < 0.2, conditions


def _time(register, conditions):
    start = time.perf_counter()
    register.find(**conditions)
    return time.perf_counter() - start
