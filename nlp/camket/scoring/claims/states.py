"""Words that tell the state of a reported thing, in the order of the text."""

from __future__ import annotations

from itertools import pairwise

from camket.lexicons import lexicon
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_TABLE = Phrases((phrase, state) for state, phrases in lexicon("claim_states").items() for phrase in phrases)


def find_states(syllables: Syllables) -> list[tuple[int, int, str]]:
    """State words of a text as (first token, end token, state).

    Examples
    --------
    >>> [state for *_, state in find_states(Syllables("Đã khởi công nhưng còn chậm tiến độ"))]
    ['in_progress', 'late']
    """
    return _TABLE.scan(syllables.codes)


def state_names(states: list[tuple[int, int, str]], first: int, last: int) -> list[str]:
    """Feature names of the states between two tokens: which there are, the last one, and their order."""
    found = [state for start, _, state in states if first <= start < last]
    if not found:
        return ["e:state:none"]
    names = [f"e:state:{s}" for s in found] + [f"e:state:{a}>{b}" for a, b in pairwise(found)]
    only = {f"e:state:only={found[0]}"} if len(set(found)) == 1 else set()
    return [*names, f"e:state:first={found[0]}", f"e:state:last={found[-1]}", *only]
