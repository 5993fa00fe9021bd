"""What people decided about findings: set aside with a reason, or accepted before."""

from camket.review.baseline import Baseline, apply_baseline, read_baseline, write_baseline
from camket.review.gate import failing
from camket.review.suppressions import (
    Suppression,
    apply_suppressions,
    complaints,
    from_comments,
    read_suppressions,
)

__all__ = [
    "Baseline", "Suppression", "apply_baseline", "apply_suppressions", "complaints", "failing", "from_comments",
    "read_baseline", "read_suppressions", "write_baseline",
]  # fmt: skip
