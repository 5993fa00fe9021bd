"""Words that tell the state of a reported thing, in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from camket.lexicons import lexicon
from camket.scoring.vectoriser import Feature
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

# First token, end token, state.
State = tuple[int, int, str]
_NEUTRAL: Final = "neutral"
_TABLE: Final = Phrases((phrase, state) for state, phrases in lexicon("claim_states").items() for phrase in phrases)


def find_states(syllables: Syllables) -> list[State]:
    """State words of a text in order.

    Examples
    --------
    >>> [state for *_, state in find_states(Syllables("Đã khởi công nhưng còn chậm tiến độ"))]
    ['in_progress', 'late']
    """
    return [found for found in _TABLE.scan(syllables.symbols) if found[2] != _NEUTRAL]


def state_features(states: list[State], first: int, last: int) -> list[Feature]:
    """Evidence of the states between two tokens: the first one, the last one, all of them, and their order."""
    return states_evidence([state for start, _, state in states if first <= start < last])


def states_evidence(found: Sequence[str]) -> list[Feature]:
    """Evidence of states in the order of the text."""
    if not found:
        return [("first state", "none")]
    evidence: list[Feature] = [("first state", found[0]), ("last state", found[-1])]
    evidence += [("state", s) for s in found] + [("states", f"{a} {b}") for a, b in pairwise(found)]
    return [*evidence, ("only state", found[0])] if len(set(found)) == 1 else evidence
