"""Link the items of a commitment and a report of one organisation, and say how each promise stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from camket.convert import RecordError
from camket.linking.decide import choose, doubtful
from camket.linking.model import LinkModel, load_model
from camket.linking.outcome.decide import Setting
from camket.linking.outcome.pieces import judge_together
from camket.linking.phrases import shared_phrases
from camket.linking.reading import read_side
from camket.linking.records import Judged, Link, Match
from camket.linking.shortened import expand
from camket.linking.unit import Unit, names_of, prepare
from camket.linking.views import Views
from camket.linking.weights import TermWeights
from camket.records import Annotation, Item

LABELS = ("links", "silent", "orphan")
_PRAISE = 0.05  # praise shares few words with what it speaks of


def match_units(commitments: Sequence[Unit], reports: Sequence[Unit], model: LinkModel | None = None) -> Match:
    """Link two prepared sides.

    Parameters
    ----------
    commitments, reports : sequence of Unit
        All items of the two documents, headings included.
    model : LinkModel, optional
        By default the shipped one.

    Returns
    -------
    Match
        Links with outcome and probability, commitments nobody answers, reported things nobody promised.
    """
    model = model or load_model()
    commitments, reports = expand(commitments, reports)
    promised = [c for c in commitments if c.promises]
    told = [r for r in reports if r.reports]
    views = Views.of(promised, told, TermWeights(model.background, (commitments, reports)))
    chances = model.probabilities(views) if promised and told else np.zeros(views.shape)
    chosen = choose(chances, model.threshold)
    judged = _judge(promised, told, chosen, Setting.of(commitments, reports))
    links = tuple(
        Link(promised[i].id, told[j].id, judged[i, j], float(chances[i, j]), _reason(views, i, j)) for i, j in chosen
    )  # fmt: skip
    answered, used = {i for i, _ in chosen}, {j for _, j in chosen}
    silent = tuple(c.id for i, c in enumerate(promised) if i not in answered)
    orphan = tuple(r.id for j, r in enumerate(told) if j not in used and is_checkable(r))
    unsure = tuple((promised[i].id, told[j].id, float(chances[i, j])) for i, j in doubtful(chances, chosen))
    return Match(links, silent, orphan, unsure, tuple(_praised(promised, told, chances, judged)))


def _reason(views: Views, i: int, j: int) -> tuple[str, ...]:
    board = views.words
    return shared_phrases(board.commitments[i], board.reports[j], board.cells[i, j].terms)


def _judge(
    promised: Sequence[Unit], told: Sequence[Unit], chosen: Sequence[tuple[int, int]], setting: Setting
) -> dict[tuple[int, int], Judged]:
    found: dict[tuple[int, int], Judged] = {}
    for i in {i for i, _ in chosen}:
        answers = [j for k, j in chosen if k == i]
        judged = judge_together(promised[i], [told[j] for j in answers], setting)
        found.update(zip(((i, j) for j in answers), judged, strict=True))
    return found


def _praised(
    promised: Sequence[Unit], told: Sequence[Unit], chances: np.ndarray, judged: Mapping[tuple[int, int], Judged]
) -> Iterator[tuple[str, str]]:
    """Commitments without any result whose likeliest answer only praises, each with that answer."""
    answered = {i for (i, _), one in judged.items() if one.outcome != "not_comparable"}
    for i in set(range(len(promised))) - answered if told else ():
        best = int(chances[i].argmax())
        if told[best].is_praise and chances[i, best] >= _PRAISE:
            yield promised[i].id, told[best].id


def is_checkable(report: Unit) -> bool:
    """Whether a reported thing that answers nothing is worth a question: praise, summaries and reasons are not."""
    if report.is_praise or report.only_reasons or ("general" in report.cues and "by_commitment" in report.cues):
        return False
    evidence = report.annotation.evidence
    introduces = report.opens and not report.names and not any(figure.unit for figure in evidence.figures)
    return not introduces and not (evidence.causes and not report.tells_before_reason)


def match_annotations(
    commitment: Iterable[Annotation], report: Iterable[Annotation], unit: str = "", model: LinkModel | None = None
) -> Match:
    """Link the annotated items of two documents of the organisation ``unit``."""
    common = names_of(unit)
    return match_units(prepare(commitment, common), prepare(report, common), model)


def match_records(pairs: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Fill pairs of the corpus guidelines with links, silent commitments and orphan claims.

    Links a pair already carries are dropped before anything is read; its other fields are kept.

    Raises
    ------
    camket.convert.RecordError
        Where a field is missing or malformed.

    Examples
    --------
    >>> sides = {
    ...     "commitment": {"date": "2023-02-10", "units": [{"id": "c1", "text": "1. Trồng 12 ha rừng năm 2023."}]},
    ...     "report": {"date": "2023-12-20", "units": [{"id": "r1", "text": "Đã trồng 14 ha rừng, vượt kế hoạch."}]},
    ... }
    >>> [(link["report"], link["outcome"]) for link in next(match_records([{"pair": "p", **sides}]))["links"]]
    [('r1', 'exceeded')]
    """
    for pair in pairs:
        yield match_record(unlabelled(pair))


def unlabelled(pair: Mapping[str, Any]) -> dict[str, Any]:
    """A pair without the labels that it carries."""
    return {key: value for key, value in pair.items() if key not in LABELS}


def match_record(pair: Mapping[str, Any], model: LinkModel | None = None) -> dict[str, Any]:
    """One pair; see :func:`match_records`."""
    found = match_annotations(*annotate_pair(pair), str(pair.get("unit", "")), model)
    return {**pair, **found.record()}


def annotate_pair(pair: Mapping[str, Any]) -> tuple[list[Annotation], list[Annotation]]:
    """Run the pipeline over both sides of a pair."""
    return read_side(_items(pair, "commitment")), read_side(_items(pair, "report"))


def _items(pair: Mapping[str, Any], side: str) -> Iterator[Item]:
    document = pair.get(side)
    if not isinstance(document, Mapping) or not isinstance(document.get("units"), list):
        raise RecordError(f"thiếu trường “{side}.units”", side)
    try:
        day = date.fromisoformat(document["date"])
    except (KeyError, TypeError, ValueError) as error:
        raise RecordError(f"trường “{side}.date” phải có dạng YYYY-MM-DD", f"{side}.date") from error
    for unit in document["units"]:
        if not isinstance(unit, Mapping) or not isinstance(unit.get("text"), str) or "id" not in unit:
            raise RecordError("mỗi nội dung phải có “id” và “text”", f"{side}.units")
        yield Item(unit["text"], side, day, unit.get("context"), id=str(unit["id"]), doc=str(pair.get("pair", "")))  # type: ignore[arg-type]
