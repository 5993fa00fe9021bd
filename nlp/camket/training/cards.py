"""Model cards: every model's README, written from its scores on documents it has never seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from camket.convert import annotation_to_record, record_to_item
from camket.corpus import read_documents, read_records
from camket.evaluation import Score, evaluate
from camket.evaluation.breakdown import class_scores, confusions
from camket.evaluation.calibration import Bin, calibration_error, reliability
from camket.lexicons import lexicon
from camket.pipeline import analyse
from camket.records import Annotation
from camket.training.judged import Judged, judged
from camket.training.second_look import Looked, looked_again

Record = Mapping[str, Any]
_TEXTS = lexicon("model_cards")
CARDS: tuple[str, ...] = tuple(_TEXTS["cards"])
_MISTAKES = 8
# Groups of fewer documents are put together.
_FEW = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table of a card."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def markdown(self) -> str:
        """The table as Markdown."""
        lines = [self.header, tuple("---" for _ in self.header), *self.rows]
        return "\n".join([f"### {self.title}", "", *(f"| {' | '.join(line)} |" for line in lines)])


@dataclass(frozen=True)
class Evidence:
    """What the cards are written from: labelled records, what camket says of them, and their documents."""

    gold: Sequence[Record]
    predicted: Mapping[str, Record]
    annotations: Sequence[Annotation]
    documents: Mapping[str, Record]


def gather(folder: Path, split: str = "test") -> Evidence:
    """Analyse one split of the corpus in ``folder``."""
    gold = list(read_records(folder, split))
    annotations = list(analyse(map(record_to_item, gold)))
    predicted = {r["id"]: annotation_to_record(a) for r, a in zip(gold, annotations, strict=True)}
    documents = {document["doc"]: document for document in read_documents(folder)}
    return Evidence(gold, predicted, annotations, documents)


def card_tables(name: str, evidence: Evidence) -> list[Table]:
    """Tables of one card: scores, classes, document types, eras, calibration, abstention, mistakes."""
    card = _TEXTS["cards"][name]
    gold, predicted = evidence.gold, evidence.predicted
    scores = [score for score in evaluate(gold, predicted) if score.metric in card["metrics"]]
    tables = [_scores(_TEXTS["titles"]["scores"], scores)]
    tables += [
        _scores(_TEXTS["titles"]["classes"].format(field=field), class_scores(gold, predicted, field))
        for field in card["classes"]
    ]
    tables += [_groups(card["grouped"], evidence, key) for key in ("type", "era")]
    for field in card["calibrated"]:
        found = judged(gold, evidence.annotations, field)
        tables += [_calibration(field, found), _abstained(field, found)]
    tables += [_mistakes(field, evidence) for field in card["classes"]]
    if card.get("looked"):
        tables.append(_looked(looked_again(gold)))
    return tables


def _looked(found: Looked) -> Table:
    """Items looked at again, and how many of them were right before and after."""
    share = found.looked / max(1, found.items)
    before, after = (n / max(1, found.looked) for n in (found.before, found.after))
    cells = (str(found.items), str(found.looked), _number(share), _number(before), _number(after))
    return Table(_TEXTS["titles"]["looked"], tuple(_TEXTS["headers"]["looked"]), [cells])


def _scores(title: str, scores: Iterable[Score]) -> Table:
    rows = [(f"`{s.metric}`", _number(s.value), _interval(s), str(s.support)) for s in scores]
    return Table(title, tuple(_TEXTS["headers"]["scores"]), rows)


def _interval(score: Score) -> str:
    return f"{_number(score.low)} – {_number(score.high)}"


def _number(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def _groups(metrics: Sequence[str], evidence: Evidence, key: str) -> Table:
    """Chosen metrics by a property of the document."""
    rows = []
    for name, records in sorted(_grouped(evidence, key).items()):
        found = {score.metric: score for score in evaluate(records, evidence.predicted)}
        cells = [f"{_number(s.value)} ({_interval(s)})" if (s := found.get(m)) else "" for m in metrics]
        rows.append((name, str(len({r["doc"] for r in records})), str(len(records)), *cells))
    return Table(_TEXTS["titles"][key], (*_TEXTS["headers"]["groups"], *(f"`{m}`" for m in metrics)), rows)


def _grouped(evidence: Evidence, key: str) -> dict[str, list[Record]]:
    """Records by a property of their document; groups of few documents are put together."""
    found = {doc: str(evidence.documents[doc].get(key, "?")) for doc in {record["doc"] for record in evidence.gold}}
    sizes = Counter(found.values())
    groups: dict[str, list[Record]] = {}
    for record in evidence.gold:
        name = found[record["doc"]]
        groups.setdefault(name if sizes[name] >= _FEW else _TEXTS["rows"]["other"], []).append(record)
    return groups


def _calibration(field: str, found: Judged) -> Table:
    bins = reliability(found.confidences, found.right)
    rows = [(_number(b.confidence), _number(b.accuracy), str(b.count)) for b in bins]
    title = _TEXTS["titles"]["calibration"].format(field=field, error=_number(calibration_error(bins)))
    return Table(title, tuple(_TEXTS["headers"]["calibration"]), rows)


def _abstained(field: str, found: Judged) -> Table:
    rows = []
    for name, unsure in (("sure", False), ("unsure", True)):
        right = [r for r, u in zip(found.right, found.unsure, strict=True) if u is unsure]
        share = len(right) / max(1, len(found.right))
        rows.append((_TEXTS["rows"][name], str(len(right)), _number(share), _number(sum(right) / max(1, len(right)))))
    return Table(_TEXTS["titles"]["abstained"].format(field=field), tuple(_TEXTS["headers"]["abstained"]), rows)


def _mistakes(field: str, evidence: Evidence) -> Table:
    found = confusions(evidence.gold, evidence.predicted, field)[:_MISTAKES]
    rows = [(a, b, str(n)) for a, b, n in found]
    return Table(_TEXTS["titles"]["mistakes"].format(field=field), tuple(_TEXTS["headers"]["mistakes"]), rows)


def write_cards(models: Path, evidence: Evidence, plot: Callable[[Path, str, list[Bin]], bool] | None = None) -> None:
    """Write ``README.md`` of every model, and the calibration plots where ``plot`` can draw."""
    for name in CARDS:
        card, folder = _TEXTS["cards"][name], models / name
        parts = [f"# {card['title']}", card["text"].strip(), _TEXTS["common"]["data"].strip()]
        parts += [table.markdown() for table in card_tables(name, evidence)]
        for field in card["calibrated"]:
            found = judged(evidence.gold, evidence.annotations, field)
            picture = folder / f"calibration-{field}.svg"
            if plot and plot(picture, field, reliability(found.confidences, found.right)):
                parts.append(f"![{_TEXTS['titles']['plot'].format(field=field)}]({picture.name})")
        parts += ["## " + _TEXTS["titles"]["failures"], card["failures"].strip(), _TEXTS["common"]["end"].strip()]
        (folder / "README.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
