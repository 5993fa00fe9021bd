"""Reports, corpus and columns of texts as data frames with fixed types that Parquet keeps."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import camket
import camket.pandas
from camket.convert import RecordError
from camket.corpus import CorpusError, corpus_dir, read_records
from camket.frames import LEVELS, annotations_frame, restore_types
from camket.records import Report


@pytest.fixture(scope="module")
def report(documents: Path) -> Report:
    return camket.check(documents / "bao-cao-ubnd-xa-thuong-lam-2024.docx")


@pytest.fixture(scope="module")
def promise(documents: Path) -> Report:
    return camket.check(documents / "cam-ket-ubnd-xa-thuong-lam-2024.docx")


@pytest.mark.parametrize("level", LEVELS)
def test_parquet_gives_the_same_frame_back(report: Report, promise: Report, level: str, tmp_path: Path) -> None:
    for given in (report, promise):
        frame = given.to_frame(level)
        frame.to_parquet(tmp_path / "x.parquet")
        again = pd.read_parquet(tmp_path / "x.parquet")
        if frame.notna().any().all():
            assert_frame_equal(again, frame)
        assert_frame_equal(restore_types(again, level), frame)


@pytest.mark.parametrize("level", LEVELS)
def test_csv_with_types_restored(report: Report, level: str, tmp_path: Path) -> None:
    frame = report.to_frame(level)
    frame.to_csv(tmp_path / "x.csv", index=False)
    again = restore_types(pd.read_csv(tmp_path / "x.csv", keep_default_na=False, na_values=[""]), level)
    assert list(again.dtypes) == list(frame.dtypes)
    assert again["act"].tolist() == frame["act"].tolist()


@pytest.mark.parametrize("level", LEVELS)
def test_types_do_not_depend_on_the_rows(report: Report, level: str) -> None:
    full, empty = report.to_frame(level), annotations_frame([], level)
    assert len(empty) == 0
    assert list(empty.dtypes) == list(full.dtypes)


def test_rows_of_each_level(report: Report, promise: Report) -> None:
    for given in (report, promise):
        annotations = given.annotations
        sizes = {level: len(given.to_frame(level)) for level in LEVELS}
        assert sizes == {
            "item": len(annotations),
            "commitment": sum(a.judgement.act == "commitment" for a in annotations),
            "time": sum(len(a.evidence.times) for a in annotations),
            "figure": sum(len(a.evidence.figures) for a in annotations),
            "party": sum(len(a.evidence.parties) for a in annotations),
            "claim": sum(len(a.evidence.claims) for a in annotations),
            "cause": sum(len(a.evidence.causes) for a in annotations),
            "finding": sum(len(a.findings) for a in annotations) + len(given.findings),
        }
        assert sizes["time"] > 0 < sizes["figure"]


def test_spans_are_the_words_of_their_items(report: Report) -> None:
    texts = report.to_frame().set_index("id")["text"]
    for level in ("time", "figure", "party", "claim"):
        for row in report.to_frame(level).itertuples():
            assert texts[row.id][row.start : row.end] == row.text


def test_findings_of_the_whole_document_come_last(promise: Report) -> None:
    frame = promise.to_frame("finding")
    whole = frame.tail(len(promise.findings))
    assert whole["code"].tolist() == [f.code for f in promise.findings]
    assert whole["id"].isna().all()
    assert frame["doc"].nunique() == 1


def test_days_and_labels_have_their_types(report: Report) -> None:
    claims, times = report.to_frame("claim"), report.to_frame("time")
    assert str(times["to"].dtype) == "datetime64[us]"
    assert claims["result"].cat.categories.tolist()[0] == "exceeded"


def test_unknown_level_names_the_known(report: Report) -> None:
    with pytest.raises(ValueError, match="commitment"):
        report.to_frame("sentence")


class TestCorpus:
    def test_all_items_with_their_documents(self) -> None:
        frame = camket.read_corpus()
        assert len(frame) == sum(1 for _ in read_records(corpus_dir()))
        assert frame["split"].notna().all()
        assert frame["organisation"].notna().all()
        assert not {"person", "score"} & set(frame)

    @pytest.mark.parametrize("level", ["time", "figure", "party", "claim", "cause"])
    def test_labels_are_those_of_the_records(self, level: str) -> None:
        field = {"time": "times", "figure": "figures", "party": "parties", "claim": "claims", "cause": "causes"}[level]
        records = list(read_records(corpus_dir(), "test"))
        frame = camket.read_corpus(split="test", level=level)
        assert len(frame) == sum(len(record[field]) for record in records)
        if level == "time":
            assert frame["start"].tolist() == [t["start"] for r in records for t in r["times"]]
            last = [t["to"] for r in records for t in r["times"]]
            assert frame["to"].dt.strftime("%Y-%m-%d").fillna("").tolist() == [day or "" for day in last]

    def test_parquet(self, tmp_path: Path) -> None:
        frame = camket.read_corpus(split="validation")
        frame.to_parquet(tmp_path / "x.parquet")
        assert_frame_equal(pd.read_parquet(tmp_path / "x.parquet"), frame)

    def test_no_corpus_no_split(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError, match="items"):
            camket.read_corpus(tmp_path)
        with pytest.raises(ValueError, match="validation"):
            camket.read_corpus(split="dev")


class TestAccessor:
    @pytest.fixture
    def frame(self) -> pd.DataFrame:
        # The same label twice, a missing text, days in three forms.
        return pd.DataFrame(
            {
                "câu": ["Trồng 12 ha rừng trước 30/6.", None, "Đã xây 2/3 cầu.", "Tăng cường tuyên truyền."],
                "ngày": pd.to_datetime(["2021-03-02", "2021-03-02", "2021-12-20", None]),
                "loại": ["commitment", "commitment", "report", None],
            },
            index=[7, 7, 3, 1],
        )

    def test_columns_are_added_in_place(self, frame: pd.DataFrame) -> None:
        found = frame.camket.annotate("câu", date="ngày", kind="loại")
        assert_frame_equal(found[["câu", "ngày", "loại"]], frame)
        assert found["act"].astype(object).where(found["act"].notna(), None).tolist() == [
            "commitment", None, "claim", "commitment",
        ]  # fmt: skip
        assert found["deadline"].iloc[0] == pd.Timestamp("2021-06-29")
        assert found["n_figures"].tolist()[:1] == [1]
        assert str(found["n_figures"].dtype) == "Int64"

    def test_same_as_annotate(self) -> None:
        records = list(read_records(corpus_dir(), "validation"))[:60]
        found = pd.DataFrame(records)[["text", "date", "kind"]].camket.annotate("text", date="date", kind="kind")
        labelled = list(camket.annotate({k: r[k] for k in ("text", "date", "kind")} for r in records))
        assert found["act"].tolist() == [r["act"] for r in labelled]
        assert [None if pd.isna(v) else v for v in found["verdict"]] == [r["verdict"] for r in labelled]

    def test_tables_keep_the_index(self, frame: pd.DataFrame) -> None:
        found = frame.camket.annotate("câu", date="ngày", kind="loại", level="figure")
        assert found.index.tolist() == [7, 3]
        assert found["low"].tolist() == [12, 2]

    def test_one_value_for_all(self, frame: pd.DataFrame) -> None:
        found = frame.dropna(subset="câu").camket.annotate("câu", date="2022-01-05", kind="commitment")
        assert found["deadline"].iloc[0] == pd.Timestamp("2022-06-29")

    def test_prefix_against_clashes(self, frame: pd.DataFrame) -> None:
        frame["act"] = "x"
        with pytest.raises(ValueError, match="prefix"):
            frame.camket.annotate("câu")
        assert "ck_act" in frame.camket.annotate("câu", prefix="ck_")

    def test_bad_columns_and_cells(self, frame: pd.DataFrame) -> None:
        with pytest.raises(KeyError, match="văn bản"):
            frame.camket.annotate("văn bản")
        with pytest.raises(KeyError, match="đề mục"):
            frame.camket.annotate("câu", context="đề mục")
        frame["loại"] = ["commitment", "commitment", "memo", "report"]
        with pytest.raises(RecordError, match="dòng 3"):
            frame.camket.annotate("câu", kind="loại")

    def test_empty_frame(self) -> None:
        empty = pd.DataFrame({"câu": pd.Series([], dtype="string")})
        assert "verdict" in empty.camket.annotate("câu")
        assert len(empty.camket.annotate("câu", level="time")) == 0

    def test_registered_by_import_alone(self) -> None:
        code = "import pandas, camket; assert not hasattr(pandas.DataFrame, 'camket'); import camket.pandas; "
        code += "assert hasattr(pandas.DataFrame, 'camket')"
        subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
