"""Rules on what is reported."""

from camket.rules.report_claims.contradicted import ContradictedCompletion
from camket.rules.report_claims.no_base import PercentageWithoutBase
from camket.rules.report_claims.no_cause import LateWithoutCause
from camket.rules.report_claims.no_new_deadline import NoNewDeadline
from camket.rules.report_claims.unsupported import UnsupportedClaim
from camket.rules.report_claims.wrong_label import WrongLabel
from camket.rules.report_claims.wrong_sum import WrongSum

RULES = (
    UnsupportedClaim, ContradictedCompletion, LateWithoutCause, NoNewDeadline, PercentageWithoutBase, WrongSum,
    WrongLabel,
)  # fmt: skip
