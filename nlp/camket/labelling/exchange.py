"""Candidates as Label Studio tasks, and the labels that come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from camket.corpus.items import Problem, check_item
from camket.corpus.label_studio import config, from_task, to_task
from camket.labelling.queue import Candidate
from camket.labelling.record import LABELLED, make_label, plain

FIELDS = ["act", "target", "times", "figures", "parties", "claims", "causes"]


def to_tasks(candidates: Sequence[Candidate]) -> tuple[list[dict[str, Any]], str]:
    """Tasks with what camket says as a prediction, and the labelling interface.

    A prediction is shown and can be mended, but counts as a label only once a person has sent it.
    """
    return [_task(one) for one in candidates], config()


def _task(one: Candidate) -> dict[str, Any]:
    judgement = one.annotation.judgement
    task = to_task(plain(make_label(one, judgement.act, judgement.target, one.annotation.evidence.claims)))
    return {"data": task["data"], "predictions": [{"model_version": "camket", **task["annotations"][0]}]}


def from_tasks(tasks: Sequence[dict[str, Any]], by: str) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Labels of the tasks that a person has done, and what is wrong with them.

    Raises
    ------
    KeyError, TypeError, ValueError, IndexError
        Where this is no export of Label Studio.
    """
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    labels, problems = [], []
    for task in tasks:
        if any(not made.get("was_cancelled") for made in task.get("annotations", ())):
            record = {"date": None, **from_task(task)}
            # An item without a date is a good label; only its relative times have no value.
            problems += list(check_item({**record, "date": record["date"] or "2000-01-01"}))
            labels.append({**record, LABELLED: {"by": by, "at": moment, "fields": FIELDS}})
    return labels, problems
