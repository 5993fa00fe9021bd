"""Enter an inspector's decision and say what became of the commitment."""

from __future__ import annotations

from typing import NoReturn

import typer

from camket.cli.common import Exit, fail
from camket.cli.named import named
from camket.cli.tracking import opened
from camket.register.records import RULINGS, Decision
from camket.register.rulings import UnclearLinkError, WrongKindError, resolve
from camket.register.store import Register
from camket.report.words import Words


def enter(path: str, decision: Decision, words: Words) -> None:
    """Enter a decision, or refuse it with the next step; then say how the commitment stood and how it stands."""
    from camket.linking.records import OUTCOMES

    ruling = named(decision.decision, "ruling", RULINGS, words)
    outcome = named(decision.outcome, "status", OUTCOMES, words)
    if ruling == "corrected" and not outcome:
        fail(words("needs_outcome"))
    number = decision.commitment
    given = Decision(number, ruling, decision.reason, decision.inspector, decision.report, outcome)  # type: ignore[arg-type]
    with opened(path, words) as register:
        try:
            found = resolve(register, given)
        except KeyError as error:
            fail(words("no_item", id=error.args[0]), Exit.UNREADABLE)
        except WrongKindError as error:
            fail(words(f"is_{error.kind}", id=error.number))
        except UnclearLinkError as error:
            _ask_for_link(number, error.answers, words)
        before = _standing(register, number, words)
        register.decide(found)
        after = _standing(register, number, words)
    typer.echo(words("decided" if before != after else "decided_same", id=number, before=before, after=after))


def _ask_for_link(number: int, answers: tuple[int, ...], words: Words) -> NoReturn:
    listed = ", ".join(map(str, answers))
    fail(words("which_link" if answers else "no_link", id=number, answers=listed, count=len(answers)))


def _standing(register: Register, number: int, words: Words) -> str:
    return words(f"status_{register.rows_of([number])[0].status}")
