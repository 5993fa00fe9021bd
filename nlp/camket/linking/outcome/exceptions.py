"""Exceptions to what was promised of all: "tổ chức 24 buổi, 02 buổi phải dời" breaks "100% buổi đúng lịch"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.lexicons import lexicon
from camket.linking.outcome.promise import Promise
from camket.linking.unit import Unit

_WORDS = lexicon("linking")["exceptions"]
_COUNT = rf"(?:\d+|{'|'.join(lexicon('linking')['figures']['number_words'][:5])})"
_BROKEN = "|".join(_WORDS["broken"])
_SOME = re.compile(rf"\b{_COUNT} (?:\w+ ){{1,6}}?(?:{_BROKEN})")
_NONE = re.compile(rf"\bkhông (?:có )?(?:một )?(?:[^\W\d_]+ ){{1,3}}?(?:nào )?(?:{_BROKEN})")
_LEFT = re.compile(rf"\bvẫn còn {_COUNT} ([^\W\d_]+)")  # what was promised of all of them is not so for these
_BUT = re.compile(_WORDS["but"])  # "các thôn đều ký, trừ thôn 4"
_IN_TIME = re.compile(_WORDS["in_time"])


def is_of_all(promises: Sequence[Promise]) -> bool:
    """Whether every one of a kind is promised to be so."""
    return any(promise.is_all for promise in promises)


def tells_exception(commitment: Unit, report: Unit) -> bool | None:
    """Whether some of all are told to have failed; False where none is said to have, None where nothing is said."""
    text = report.text.lower()
    left = _LEFT.search(text)
    if left and re.search(rf"100 ?% [^,;.]{{0,12}}\b{re.escape(left[1])}\b", commitment.text.lower()):
        return True
    if _NONE.search(text):
        return False
    return True if _BUT.search(text) or _SOME.search(text) else None


def cannot_be_mended(commitment: Unit) -> bool:
    """Whether one failure breaks the promise for good: what was to be in time and was late stays late."""
    return bool(_IN_TIME.search(commitment.text.lower()))
