"""What is done to a thing: whoever reports pruning an orchard has not answered the promise to plant one."""

from __future__ import annotations

from functools import lru_cache

from camket.lexicons import lexicon
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_ACTIONS: Phrases[str] = Phrases(
    (phrase, kind) for kind, phrases in lexicon("linking")["actions"].items() for phrase in phrases
)


@lru_cache(maxsize=20_000)
def actions(text: str) -> frozenset[str]:
    """Kinds of work that a text names.

    Examples
    --------
    >>> sorted(actions("Xây mới 02 phòng học và sửa chữa mái trạm y tế"))
    ['build', 'repair']
    """
    return frozenset(kind for _, _, kind in _ACTIONS.scan(Syllables(text).symbols))


def actions_apart(text: str, other: str) -> bool:
    """Whether both texts name kinds of work, and none in common.

    Examples
    --------
    >>> actions_apart("Trồng tái canh 20 ha cà phê", "Có 12 ha cà phê cho thu bói")
    True
    """
    here, there = actions(text), actions(other)
    return bool(here) and bool(there) and not here & there
