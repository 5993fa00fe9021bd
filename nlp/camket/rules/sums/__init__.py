"""Parts against their whole: one arithmetic for the question of a rule and for the audit of a report."""

from camket.rules.sums.find import find_mismatches
from camket.rules.sums.mismatch import Mismatch, exact

__all__ = ["Mismatch", "exact", "find_mismatches"]
