"""Screen folders of documents: in parallel, resumable, on one machine or on an engine that is there already."""

from camket.batch.entries import Entry, is_zip, walk
from camket.batch.limits import WalkLimits
from camket.batch.options import Options
from camket.batch.pool import WorkerStartError
from camket.batch.runner import OutputExistsError, Screening, plan, screen
from camket.batch.work import Outcome, Payload, check_partition

__all__ = [
    "Entry", "Options", "Outcome", "OutputExistsError", "Payload", "Screening", "WalkLimits", "WorkerStartError",
    "check_partition", "is_zip", "plan", "screen", "walk",
]  # fmt: skip
