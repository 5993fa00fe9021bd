"""The estimators keep scikit-learn's contract and judge as well as the shipped models do."""

from __future__ import annotations

import pickle

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GridSearchCV, GroupKFold, cross_val_predict, cross_val_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import MaxAbsScaler
from sklearn.utils.estimator_checks import parametrize_with_checks

from camket.corpus import corpus_dir, read_lines, read_records
from camket.estimators import (
    AnnotationFeatures,
    ClaimStatusClassifier,
    EvidenceFeatures,
    LinkFeatures,
    LinkScorer,
    VaguenessClassifier,
    link_rows,
)

TEXT_ESTIMATORS = [
    EvidenceFeatures(), AnnotationFeatures(), VaguenessClassifier(), ClaimStatusClassifier(), LinkFeatures(),
]  # fmt: skip


@parametrize_with_checks([LinkScorer(), *TEXT_ESTIMATORS])
def test_contract_of_scikit_learn(estimator, check) -> None:
    check(estimator)


@pytest.fixture(scope="module")
def promises() -> pd.DataFrame:
    """Commitments of some sixty training documents."""
    frame = pd.DataFrame(read_records(corpus_dir(), "train"))
    frame = frame[frame["act"] == "commitment"]
    return frame[frame["doc"].isin(frame["doc"].unique()[:60])].reset_index(drop=True)


@pytest.mark.parametrize("estimator", TEXT_ESTIMATORS, ids=lambda e: type(e).__name__)
def test_clone_keeps_parameters(estimator) -> None:
    assert clone(estimator).get_params() == estimator.get_params()


def test_strings_records_and_frames_give_the_same_rows(promises: pd.DataFrame) -> None:
    some = promises.head(20)
    features = EvidenceFeatures(min_count=1).fit(some)
    by_frame = features.transform(some)
    by_record = features.transform(some.to_dict("records"))
    assert (by_frame != by_record).nnz == 0
    # A string has neither kind nor date of its own: the estimator's are used.
    some = promises[promises["context"].isna() & (promises["kind"] == "commitment")]
    dated = some[some["date"] == some["date"].iloc[0]]
    features.set_params(date=dated["date"].iloc[0])
    assert (features.transform(list(dated["text"])) != features.transform(dated)).nnz == 0


def test_names_go_with_columns(promises: pd.DataFrame) -> None:
    for words in (True, False):
        features = EvidenceFeatures(words=words).fit(promises.head(100))
        assert features.transform(promises.head(3)).shape == (3, len(features.get_feature_names_out()))


def test_no_text_gives_no_row(promises: pd.DataFrame) -> None:
    assert EvidenceFeatures().fit(promises.head(50)).transform([]).shape[0] == 0
    assert AnnotationFeatures().transform([]).shape[0] == 0


def test_cross_validation_with_groups_by_document(promises: pd.DataFrame) -> None:
    vague = promises["verdict"] == "vague"
    scores = cross_val_score(
        VaguenessClassifier(), promises, vague, groups=promises["doc"], cv=GroupKFold(3), scoring="f1"
    )
    chance = 2 * vague.mean() / (1 + vague.mean())
    assert scores.mean() > 0.8 > chance


def test_grid_search_over_a_pipeline(promises: pd.DataFrame) -> None:
    model = make_pipeline(
        make_union(EvidenceFeatures(), make_pipeline(AnnotationFeatures(), MaxAbsScaler())),
        LogisticRegression(max_iter=500),
    )
    some = promises.head(200)
    search = GridSearchCV(model, {"logisticregression__C": [0.01, 1.0]}, cv=GroupKFold(2))
    search.fit(some, some["verdict"] == "vague", groups=some["doc"])
    assert search.best_score_ > 0.7


def test_probabilities_are_calibrated_and_agree_with_predictions(promises: pd.DataFrame) -> None:
    train, test = promises.iloc[:250], promises.iloc[250:]
    model = VaguenessClassifier().fit(train, train["verdict"])
    proba = model.predict_proba(test)
    assert proba.shape == (len(test), len(model.classes_))
    np.testing.assert_allclose(proba.sum(axis=1), 1)
    assert (model.classes_[proba.argmax(axis=1)] == model.predict(test)).all()
    assert abs(proba.max(axis=1).mean() - model.score(test, test["verdict"])) < 0.15


def test_labels_come_back_as_they_were_given() -> None:
    texts = ["Trồng 5 ha.", "Xây 2 cầu.", "Tăng cường chỉ đạo.", "Nâng cao ý thức."]
    for labels in ([0, 0, 1, 1], [False, False, True, True], ["rõ", "rõ", "chung chung", "chung chung"]):
        model = VaguenessClassifier(min_count=1).fit(texts, labels)
        assert model.predict(texts).tolist() == labels


def test_fitted_estimators_survive_pickling(promises: pd.DataFrame) -> None:
    model = VaguenessClassifier().fit(promises.head(100), promises["verdict"].head(100))
    again = pickle.loads(pickle.dumps(model))
    np.testing.assert_array_equal(again.predict_proba(promises.head(30)), model.predict_proba(promises.head(30)))


def test_claim_status_by_document() -> None:
    records = [r for r in read_records(corpus_dir(), "train") if r["claims"]][:260]
    claims = [{**r, **c} for r in records for c in r["claims"]]
    status = [c["result"] for c in claims]
    found = cross_val_predict(
        ClaimStatusClassifier(), claims, status, groups=[c["doc"] for c in claims], cv=GroupKFold(2)
    )
    assert f1_score(status, found, average="macro") > 0.5


def test_link_scorer_by_pair() -> None:
    X, y, groups = link_rows(read_lines(corpus_dir() / "links" / "pairs.jsonl")[:12])
    assert X.shape[0] == len(y) == len(groups)
    scores = cross_val_score(LinkScorer(), X, y, groups=groups, cv=GroupKFold(3), scoring="f1")
    assert scores.mean() > 0.6


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: EvidenceFeatures().fit("một văn bản"), "danh sách"),
        (lambda: EvidenceFeatures().fit([1, 2]), "text"),
        (lambda: EvidenceFeatures().fit([]), "Không có văn bản"),
        (lambda: VaguenessClassifier().fit(["a", "b"], ["x", "x"]), "một nhãn"),
        (lambda: VaguenessClassifier().fit(["a", "b"], ["x"]), "inconsistent"),
        (
            lambda: ClaimStatusClassifier().fit([{"text": "Xong.", "start": 3, "end": 9}] * 2, ["a", "b"]),
            "ngoài văn bản",
        ),
        (lambda: LinkFeatures().transform([["một"]]), "hai văn bản"),
    ],
)
def test_bad_input_is_told_in_one_sentence(call, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        call()
