"""What inspectors decided: on which link a decision is, and what was decided on an item."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from camket.records import Kind
from camket.register.records import Decision, Ruling
from camket.register.store import Register


class WrongKindError(ValueError):
    """A number that belongs to an item of the other kind; ``number`` and the ``kind`` it is of."""

    def __init__(self, number: int, kind: Kind) -> None:
        super().__init__(f"item {number} is a {kind}")
        self.number, self.kind = number, kind


class UnclearLinkError(ValueError):
    """A decision on a link that does not say on which; ``answers`` are the reported items that it could be."""

    def __init__(self, answers: tuple[int, ...]) -> None:
        super().__init__(f"{len(answers)} links")
        self.answers = answers


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision as it was entered; ``report`` is None where it is on the commitment as a whole."""

    day: date
    inspector: str
    decision: Ruling
    outcome: str | None
    reason: str
    commitment: int
    report: int | None


def resolve(register: Register, decision: Decision) -> Decision:
    """A decision with the link that it is on.

    To accept or reject is to decide on a link: without a reported item it is the commitment's only one. A corrected
    outcome may be that of the commitment as a whole.

    Raises
    ------
    KeyError
        Where there is no such item.
    WrongKindError
        Where a number belongs to an item of the other kind.
    UnclearLinkError
        Where no link is named and the commitment has none, or several.
    """
    _check(register, decision.commitment, "commitment")
    if decision.report is not None:
        _check(register, decision.report, "report")
    elif decision.decision != "corrected":
        answers = tuple(number for number, _ in register.answers(decision.commitment))
        if len(answers) != 1:
            raise UnclearLinkError(answers)
        return replace(decision, report=answers[0])
    return decision


def _check(register: Register, number: int, kind: Kind) -> None:
    found = register.connection.execute("SELECT kind FROM items WHERE id = ?", (number,)).fetchone()
    if not found:
        raise KeyError(number)
    if found[0] != kind:
        raise WrongKindError(number, found[0])


def rulings(register: Register, number: int) -> list[Ruled]:
    """What was decided on a commitment or a reported item, the last first.

    Examples
    --------
    >>> from camket.register.records import Entry, Filing
    >>> day = date(2024, 1, 5)
    >>> with Register(":memory:") as register:
    ...     _ = register.add(Filing("xã A", "commitment", day, "a.docx", (Entry("c1", "Trồng 5 ha rừng."),)))
    ...     register.decide(Decision(1, "corrected", "xem hồ sơ", "An", None, "met"))
    ...     [(one.decision, one.outcome, one.reason, one.inspector) for one in rulings(register, 1)]
    [('corrected', 'met', 'xem hồ sơ', 'An')]
    """
    found = register.connection.execute(
        "SELECT decided, inspector, decision, outcome, reason, commitment, report FROM decisions"
        " WHERE commitment = ? OR report = ? ORDER BY id DESC",
        (number, number),
    )
    return [Ruled(date.fromisoformat(decided[:10]), *rest) for decided, *rest in found]
