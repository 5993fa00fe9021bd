"""Rules on when it is due."""

from camket.rules.time.conflicting_deadlines import ConflictingDeadlines
from camket.rules.time.no_deadline import NoDeadline
from camket.rules.time.open_recurrence import OpenRecurrence
from camket.rules.time.outside_period import OutsidePeriod
from camket.rules.time.past_deadline import PastDeadline
from camket.rules.time.vague_deadline import VagueDeadline

RULES = (NoDeadline, VagueDeadline, PastDeadline, OutsidePeriod, ConflictingDeadlines, OpenRecurrence)
