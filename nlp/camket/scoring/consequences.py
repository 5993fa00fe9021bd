"""Clauses that say what follows if a promise fails ("nếu không đạt thì tự nhận không hoàn thành nhiệm vụ")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from camket.lexicons import lexicon
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_TABLE: Final = Phrases((phrase, name) for name, phrases in lexicon("consequences").items() for phrase in phrases)


def consequences(syllables: Syllables) -> tuple[str, ...]:
    """Whether a text names a condition, a penalty, and a penalty behind a condition.

    Examples
    --------
    >>> consequences(Syllables("Nếu không hoàn thành thì tự nhận khuyết điểm."))
    ('condition', 'penalty', 'condition, penalty')
    >>> consequences(Syllables("Trồng 12 ha rừng."))
    ()
    """
    seen = [name for *_, name in _TABLE.scan(syllables.symbols)]
    if not seen:
        return ()
    found: list[str] = [name for name in ("condition", "penalty") if name in seen]
    if "condition" in seen and "penalty" in seen[seen.index("condition") :]:
        found.append("condition, penalty")
    return tuple(found)


def conditions_and_penalties(symbols: Sequence[str]) -> tuple[list[int], list[int]]:
    """Tokens at which conditions begin, and those at which penalties begin.

    Examples
    --------
    >>> conditions_and_penalties(Syllables("Nếu không hoàn thành thì tự nhận khuyết điểm.").symbols)
    ([0, 1], [5])
    """
    hits = _TABLE.scan(symbols)
    conditions = [first for first, _, name in hits if name == "condition"]
    return conditions, [first for first, _, name in hits if name == "penalty"]
