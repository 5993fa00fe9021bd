"""Screen folders of documents: in parallel, resumable, on one machine or on an engine that is there already."""

from camket.batch.entries import Entry, WalkLimits, walk
from camket.batch.options import Options
from camket.batch.runner import Screening, screen
from camket.batch.work import Outcome, Payload, check_partition

__all__ = ["Entry", "Options", "Outcome", "Payload", "Screening", "WalkLimits", "check_partition", "screen", "walk"]
