"""Rules on what shall come out of it."""

from camket.rules.product.already_reached import AlreadyReached
from camket.rules.product.ambiguous_number import AmbiguousNumber
from camket.rules.product.conflicting_targets import ConflictingTargets
from camket.rules.product.delegated_target import DelegatedTarget
from camket.rules.product.effort_verb import EffortVerbOnly
from camket.rules.product.hedged_target import HedgedTarget
from camket.rules.product.measureless_result import MeasurelessResult
from camket.rules.product.missing_baseline import MissingBaseline
from camket.rules.product.no_target import NoTarget
from camket.rules.product.no_unit import FigureWithoutUnit
from camket.rules.product.unnamed_count import UnnamedCount

RULES = (
    NoTarget, EffortVerbOnly, DelegatedTarget, HedgedTarget, MissingBaseline, FigureWithoutUnit, AmbiguousNumber,
    AlreadyReached, MeasurelessResult, UnnamedCount, ConflictingTargets,
)  # fmt: skip
