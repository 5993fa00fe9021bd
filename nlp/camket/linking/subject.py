"""How much of a promise's subject a report has, the names of places and bodies left out.

Two things in one village share its name and a few general words; what was promised there is told by the rest.
"""

from __future__ import annotations

from camket.linking.terms import PLACES, Term, capital_runs, opens
from camket.linking.unit import Unit
from camket.linking.weights import TermWeights
from camket.text.lexer import Syllables
from camket.text.spelling import tone_key

_MOST = 1.5


def named_words(text: str) -> frozenset[str]:
    """Syllables of the proper names in a text.

    Examples
    --------
    >>> sorted(named_words("Sửa cống ở thôn Thâm Khê"))
    ['khê', 'thâm']
    """
    syllables = Syllables(text)
    if syllables.is_upper:
        return frozenset()
    runs = ((first + opens(syllables.forms, first), last) for first, last in capital_runs(syllables))
    return frozenset(tone_key(word) for first, last in runs for word in syllables.lowered[first:last])


def subject_words(unit: Unit, named: frozenset[str]) -> set[str]:
    """Terms of an item without those that hold a syllable of a name, or a noun of places."""
    terms: tuple[Term, ...] = (*unit.terms, *unit.inner)
    return {term.name for term in terms if not any(word in named or word in PLACES for word in term.name.split())}


def subject_share(commitment: Unit, report: Unit, named: frozenset[str], weights: TermWeights) -> float:
    """Weight of the subject's words in both, as a share of the commitment's; 0 where only names are shared."""
    here, there = subject_words(commitment, named), subject_words(report, named)
    whole = weights.mass(term.name for term in commitment.terms if term.name in here)
    return min(_MOST, weights.mass(here & there) / (whole + 1.0))
