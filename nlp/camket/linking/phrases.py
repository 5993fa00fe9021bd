"""The words that two items share, in whole phrases: what a person is shown as the reason for a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from camket.lexicons import lexicon
from camket.linking.terms import STOP
from camket.linking.unit import Unit
from camket.text.lexer import Syllables
from camket.text.spelling import tone_key

# Words that a phrase neither begins nor ends with, and some more that it does not end with.
_GRAMMAR = frozenset(tone_key(word) for word in lexicon("linking")["figures"]["glue"])
_OPEN = frozenset(tone_key(word) for word in ("đối", "so", "như", "do", "đạt"))
_MOST = 5
_LONG = 400  # syllables of an item that are looked at


def shared_phrases(commitment: Unit, report: Unit, terms: Sequence[str] = ()) -> tuple[str, ...]:
    """The longest runs of syllables in both items as the report has them, the longest first, then other words for one.

    Parameters
    ----------
    commitment, report : Unit
    terms : sequence of str
        What both are about (:attr:`camket.linking.features.Evidence.terms`), the most telling first.

    Notes
    -----
    A run has two syllables or more and neither begins nor ends with a word of grammar. One syllable alone is shown
    where it is a short form or another word for the same concept, or the most telling one where nothing longer is
    shared.
    """
    shown: list[str] = []
    for words in (*_runs(commitment, report), *_concepts(report, terms)):
        if not any(words in other or other in words for other in shown):
            shown.append(words)
    return tuple(shown[:_MOST]) or _single(report, terms)


def _single(report: Unit, terms: Sequence[str]) -> tuple[str, ...]:
    words = {term.name: report.text[term.start : term.end].lower() for term in (*report.terms, *report.inner)}
    return tuple(words[name] for name in terms if name in words)[:1]


def _runs(commitment: Unit, report: Unit) -> list[str]:
    mine, theirs = Syllables(commitment.text), Syllables(report.text)
    here = [tone_key(form) for form in mine.lowered[:_LONG]]
    there = [tone_key(form) for form in theirs.lowered[:_LONG]]
    found = {_phrase(report.text, theirs, first, last) for first, last in _common(here, there)}
    short = {report.text[t.start : t.end].lower() for t in report.terms} & report.short & commitment.short
    return sorted((found | short) - {""}, key=lambda words: (-len(words.split()), words))


def _common(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Maximal runs of words in both, trimmed, as token ranges of the second."""
    before = [0] * (len(here) + 1)
    rows = []
    for word in there:
        row = [0] * (len(here) + 1)
        for i, other in enumerate(here):
            if word == other and word[0].isalnum():
                row[i + 1] = before[i] + 1
        rows.append(max(row))
        before = row
    for at, length in enumerate(rows):
        ends = at + 1 == len(rows) or rows[at + 1] <= length
        if length and ends:
            yield _trimmed(there, at + 1 - length, at + 1)


def _trimmed(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    while first < last and words[first] in _GRAMMAR:
        first += 1
    while first < last and words[last - 1] in _GRAMMAR | _OPEN:
        last -= 1
    return first, last


def _phrase(text: str, syllables: Syllables, first: int, last: int) -> str:
    """A run as it is written; nothing of one syllable, or of numbers only."""
    words = syllables.forms[first:last]
    if last - first < 2 or all(tone_key(word.lower()) in STOP or word[0].isdigit() for word in words):
        return ""
    start, end = syllables.span(first, last)
    return text[start:end].lower()


def _concepts(report: Unit, terms: Sequence[str]) -> Iterator[str]:
    """Words of the report for concepts in both."""
    places = {term.name: report.text[term.start : term.end].lower() for term in reversed(report.terms)}
    yield from (places[name] for name in terms if name[0] == "#" and name in places)
