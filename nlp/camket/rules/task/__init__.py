"""Rules on what is to be done."""

from camket.rules.task.conduct_pledge import ConductPledge
from camket.rules.task.no_concrete_action import NoConcreteAction
from camket.rules.task.routine_task import RoutineTask
from camket.rules.task.several_tasks import SeveralTasks
from camket.rules.task.slogan import Slogan

RULES = (NoConcreteAction, SeveralTasks, Slogan, RoutineTask, ConductPledge)
