"""Syllables that only later layers look for, made known before the first text is cut.

Whether a syllable is known decides how a grammar reads it (a capitalised one that is not may be a name). So the words
of all layers have to be known from the start: else what is read would depend on what happens to be imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from camket.lexicons import lexicon
from camket.text.grammar import code

# Word lists that no finder reads, but linking and the fields of work do.
LATER = ("fields", "linking")
_SYLLABLE = re.compile(r"[^\W\d_]+|[^\w\s]")


def make_known() -> None:
    """Give every syllable and sign of the later word lists its code."""
    for name in LATER:
        for phrase in _strings(lexicon(name)):
            # Regular expressions are no phrases.
            for syllable in () if "\\" in phrase else _SYLLABLE.findall(phrase):
                code(syllable)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)
