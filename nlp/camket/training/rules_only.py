"""Act and target by hand-written rules alone: what the learned models are measured against."""

from __future__ import annotations

from camket.records import Act
from camket.scoring.observed import Observed

_ASKS = ("kiến nghị", "đề nghị", "đề xuất", "xin ")
_EXPLAINS = ("nguyên nhân", "do ", "khách quan", "chủ quan", "vì ")
_NOTHING = ("căn cứ", "kính gửi", "nơi nhận", "thực hiện nghị quyết", "thực hiện kế hoạch", "trên đây là")
_COUNTED = frozenset(["deliverable_verb", "completion_word", "full_coverage", "zero_tolerance"])
_MEASURELESS = frozenset(["result_without_measure", "delegated_target", "slogan", "conduct"])
_OPENINGS: tuple[tuple[Act, tuple[str, ...]], ...] = (
    ("other", _NOTHING), ("proposal", _ASKS), ("cause", _EXPLAINS),
)  # fmt: skip


def decide_by_rules(observed: Observed) -> tuple[Act, bool]:
    """Act and target of an item by how it opens, its words of state, and what is countable in it."""
    return _act(observed), _target(observed)


def _act(observed: Observed) -> Act:
    opening = observed.source.item.text.lstrip("-+•*0123456789.) ").lower()
    for act, openings in _OPENINGS:
        if opening.startswith(openings):
            return act
    if observed.source.item.kind == "commitment":
        return "commitment"
    promises = any(time.role == "deadline" for time in observed.times) and not observed.states
    return "commitment" if promises or opening.startswith(("tiếp tục", "phấn đấu", "tăng cường")) else "claim"


def _target(observed: Observed) -> bool:
    labels = {cue.label for cue in observed.cues}
    if labels & _MEASURELESS:
        return False
    return any(figure.role == "target" for figure in observed.figures) or bool(labels & _COUNTED)
