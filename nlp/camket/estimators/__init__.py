"""camket for scikit-learn: transformers and classifiers for pipelines, grid searches and cross-validation.

Texts go in as strings, as records of the corpus guidelines (dictionaries with ``text`` and, where known, ``kind``,
``date``, ``context`` and ``doc``) or as a data frame with these columns. Cross-validate with groups by document: items
of one document are alike, and a random split lets a model recognise documents instead of judging texts.

>>> from sklearn.pipeline import make_pipeline
>>> from sklearn.linear_model import LogisticRegression
>>> texts = ["Trồng 5 ha rừng trước 30/6.", "Xây 2 cầu.", "Tăng cường chỉ đạo.", "Nâng cao nhận thức."]
>>> model = make_pipeline(EvidenceFeatures(min_count=1), LogisticRegression())
>>> model.fit(texts, [False, False, True, True]).predict(["Xây 3 cầu trước 30/9."]).tolist()
[False]
"""

from camket.estimators.annotated import AnnotationFeatures
from camket.estimators.claims import ClaimStatusClassifier
from camket.estimators.evidence import EvidenceFeatures
from camket.estimators.links import LinkFeatures, LinkScorer, link_rows
from camket.estimators.vagueness import VaguenessClassifier

__all__ = [
    "AnnotationFeatures", "ClaimStatusClassifier", "EvidenceFeatures", "LinkFeatures", "LinkScorer",
    "VaguenessClassifier", "link_rows",
]  # fmt: skip
