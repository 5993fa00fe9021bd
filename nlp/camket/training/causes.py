"""Training rows of causes: as the lists find them, and again as if some of their phrases were unknown."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from camket.pipes.causes.explanations import Hit
from camket.records import CAUSES
from camket.scoring.causes.decide import ACTS, NO, YES
from camket.scoring.causes.features import causes_row, look
from camket.scoring.observed import Observed
from camket.scoring.words import WordIndex
from camket.text.lexer import lower
from camket.training.rows import Record, Rows

# The lists were written by people who had read the training documents, so that there they miss less than they will in
# new ones. A model that learned from them as they are would trust them too much. So it sees each item once as it is and
# once for each of these shares of phrases left out.
LEFT_OUT = (0.0, 0.35, 0.35, 0.35, 0.6)


def cause_rows(records: Sequence[Record], observed: Sequence[Observed], index: WordIndex) -> Rows:
    """Rows of the items that may name causes, with a yes or no for each cause."""
    rows = Rows()
    for copy, share in enumerate(LEFT_OUT):
        for record, one in zip(records, observed, strict=True):
            if record["act"] in ACTS:
                _add(rows, record, one, index, _kept(one, copy, share))
    return rows


def _add(rows: Rows, record: Record, one: Observed, index: WordIndex, hits: list[Hit]) -> None:
    seen = look(one.source, record["act"], hits)
    if seen.parts.explained or seen.parts.plain:
        labels = {cause: YES if cause in record["causes"] else NO for cause in CAUSES}
        rows.add(causes_row(record["act"], seen, one.columns(index)), record["doc"], **labels)


def _kept(one: Observed, copy: int, share: float) -> list[Hit]:
    """Phrases that are not left out: the same phrase in all items of a copy, connectors never."""
    return [hit for hit in one.cause_hits if hit[2].is_sign_only or _draw(one, hit, copy) >= share]


def _draw(one: Observed, hit: Hit, copy: int) -> float:
    phrase = " ".join(map(lower, one.source.syllables.forms[hit[0] : hit[1]]))
    return crc32(f"{copy} {phrase}".encode()) / 2**32
