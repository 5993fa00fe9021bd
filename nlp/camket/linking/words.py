"""Wording beside the subject: what an item does in its document, and how it speaks of the state of things."""

from __future__ import annotations

import re

from camket.lexicons import lexicon
from camket.text.lexer import Syllables
from camket.text.phrases import Phrases

_CUES = lexicon("linking")["cues"]
TABLES: dict[str, Phrases[bool]] = {
    name: Phrases((phrase, True) for phrase in phrases) for name, phrases in _CUES.items()
}


# How an item opens that names the documents it rests on.
GROUNDS = re.compile(lexicon("linking")["openings"]["grounds"])
# How an item opens that calls for effort.
URGES = re.compile(lexicon("linking")["openings"]["urges"])
# How an item opens that plans the next term.
FROM_NOW_ON = re.compile(lexicon("linking")["openings"]["from_now_on"])
# What an item says that plans.
PLANS = re.compile(lexicon("linking")["openings"]["plans"])
# How an item opens that goes on with the one before.
CONTINUES = re.compile(lexicon("linking")["openings"]["continues"])
# What exists once a thing is done.
PRODUCT = re.compile("|".join(lexicon("linking")["state"]["product"]))


def cues(syllables: Syllables) -> frozenset[str]:
    """Names of the cues that stand in a text.

    Examples
    --------
    >>> sorted(cues(Syllables("Phấn đấu trồng 5 ha, ước cả năm đạt 6 ha")))
    ['estimate', 'future', 'whole_year']
    """
    return frozenset(name for name, table in TABLES.items() if table.scan(syllables.symbols))
