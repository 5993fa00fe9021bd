"""How much of a promise's subject a report has, the names of places and bodies left out.

Two things in one village share its name and a few general words; what was promised there is told by the rest.
"""

from __future__ import annotations

from functools import lru_cache

from camket.lexicons import lexicon
from camket.linking.terms import KINDS, PLACES, Term, capital_runs, opens
from camket.linking.unit import Unit
from camket.linking.weights import TermWeights
from camket.text.lexer import Syllables
from camket.text.spelling import tone_key

_MOST = 1.5
_GENERAL = lexicon("linking")["general"]
_OF_ALL = frozenset(f"#{name}" for name in (*_GENERAL["deeds"], *_GENERAL["people"]))
_WHO = frozenset(tone_key(word) for word in (*_GENERAL["words"], *lexicon("linking")["offices"]["words"]))


def named_words(text: str) -> frozenset[str]:
    """Syllables of the proper names in a text.

    Examples
    --------
    >>> sorted(named_words("Sửa cống ở thôn Thâm Khê"))
    ['khê', 'thâm']
    """
    return frozenset[str]().union(*_runs(text))


def subject_words(unit: Unit, named: frozenset[str]) -> set[str]:
    """Terms of an item without those that hold a syllable of a name, or a noun of places."""
    terms: tuple[Term, ...] = (*unit.terms, *unit.inner)
    return {term.name for term in terms if not any(word in named or word in PLACES for word in term.name.split())}


def is_telling(term: str) -> bool:
    """Whether a term says what a thing is about, not only who does it or what kind of work it is.

    Examples
    --------
    >>> is_telling("#lap_dat"), is_telling("thanh niên"), is_telling("nước thải")
    (False, False, True)
    """
    return term not in _OF_ALL and not all(tone_key(word) in _WHO for word in term.split())


def subject_share(commitment: Unit, report: Unit, named: frozenset[str], weights: TermWeights) -> float:
    """Weight of the subject's words in both, as a share of the commitment's; 0 where only names are shared."""
    here, there = subject_words(commitment, named), subject_words(report, named)
    whole = weights.mass(term.name for term in commitment.terms if term.name in here)
    return min(_MOST, weights.mass(here & there) / (whole + 1.0))


def strange_words(text: str, other: str) -> frozenset[str]:
    """Syllables of proper names in both texts that belong to different names there ("đập Ka Nhim", "buôn Ka Ron").

    Examples
    --------
    >>> sorted(strange_words("Sửa đập Ka Nhim 2", "Ở buôn Ka Ron"))
    ['ka']
    >>> sorted(strange_words("Sửa chợ Ka Ron", "Ở Ka Ron"))
    []
    """
    here, there = _runs(text), _runs(other)
    shared = frozenset[str]().union(*here) & frozenset[str]().union(*there)
    same = frozenset[str]().union(*(a & b for a in here for b in there if a <= b or b <= a))
    return shared - same - KINDS


@lru_cache(maxsize=20_000)
def _runs(text: str) -> tuple[frozenset[str], ...]:
    syllables = Syllables(text)
    if syllables.is_upper:
        return ()
    runs = ((first + opens(syllables.forms, first), last) for first, last in capital_runs(syllables))
    return tuple(frozenset(map(tone_key, syllables.lowered[a:b])) for a, b in runs if b > a)
