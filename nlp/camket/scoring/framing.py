"""Clauses that only frame promises: who answers, what follows from failure, that what stands above will be kept.

"Nếu không hoàn thành, tôi xin chịu trách nhiệm trước Chủ tịch UBND huyện" is no promise that could be made clearer: it
binds, but nothing is to be done. Such a clause keeps the verdict of its own text (a commitment without a target is
vague), but has none within its document: it is told as what it is, counted with no verdict, asked nothing, and fails no
run. This is the one place that decides so; all outputs follow :attr:`camket.records.Judgement.standing`.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from camket.lexicons import lexicon
from camket.scoring.consequences import conditions_and_penalties
from camket.scoring.observed import Observed
from camket.text.phrases import Phrases

_TABLE = Phrases((phrase, name) for name, phrases in lexicon("framing").items() for phrase in phrases)
_PROMISING = frozenset([
    "effort_verb", "attention", "continuity", "deliverable_verb", "zero_tolerance", "result_without_measure", "conduct",
])  # fmt: skip
_STOPS = frozenset([".", ";"])
_TRIVIAL = 3
# The condition or the one who answers stands near the beginning of its sentence; what goes before is the subject.
_NEAR = 14


def is_framing(observed: Observed) -> bool:
    """Whether a commitment without a target promises nothing, sentence by sentence.

    Each sentence has to name who answers, a penalty under a condition, or the promises as a whole, and no other promise
    may stand before those words.

    Examples
    --------
    >>> from camket.pipeline import find_cues, observe
    >>> from camket.records import Item
    >>> def framing(text):
    ...     one = observe(Item(text, "commitment"))
    ...     find_cues([one])
    ...     return is_framing(one)
    >>> framing("Nếu không hoàn thành, tôi xin chịu trách nhiệm trước Huyện ủy.")
    True
    >>> framing("Tăng cường kiểm tra; nếu để xảy ra vi phạm, tôi xin chịu trách nhiệm.")
    False
    """
    sentences = _sentences(observed.source.syllables.forms)
    return bool(sentences) and all(_frames(observed, *sentence) for sentence in sentences)


def _sentences(forms: list[str]) -> list[tuple[int, int]]:
    """Token ranges between full stops and semicolons; numbers of lists and the like are left out."""
    edges = [-1, *(i for i, form in enumerate(forms) if form in _STOPS), len(forms)]
    ranges = [(first + 1, last) for first, last in pairwise(edges)]
    return [(first, last) for first, last in ranges if last - first > _TRIVIAL]


def _frames(observed: Observed, first: int, last: int) -> bool:
    symbols = observed.source.syllables.symbols[first:last]
    own = [(start, end, name) for start, end, name in _TABLE.scan(symbols)]
    masked = [(start, end) for start, end, name in own if name == "ignored"]
    marks = [start for start, _, name in own if name != "ignored"]
    conditions, penalties = conditions_and_penalties(symbols)
    penalties = [at for at in penalties if not any(start <= at < end for start, end in masked)]
    if conditions and penalties:
        marks += [*conditions, *penalties]
    if not marks or min(marks) > _NEAR:
        return False
    return not _promises_before(observed, first, first + min(marks))


def _promises_before(observed: Observed, first: int, mark: int) -> bool:
    """Whether a word of promise stands in a sentence before the first mark."""
    starts = observed.source.syllables.starts
    places = [bisect_left(starts, cue.start) for cue in observed.cues if cue.label in _PROMISING]
    return any(first <= place < mark for place in places)
