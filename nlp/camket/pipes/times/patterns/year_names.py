"""Years by their lunar names ("Mậu Tuất")."""

from __future__ import annotations

import itertools
from typing import Final

from camket.pipes.times.lunar import BRANCHES, STEMS, year_named
from camket.pipes.times.piece import Piece
from camket.text.grammar import code
from camket.text.lexer import Syllables

NAME_OF_YEAR: Final = f"(?:{'|'.join(STEMS)}) (?:{'|'.join(BRANCHES)})"
_STEM_OF: Final = {code(name): name for name in STEMS}
_BRANCH_OF: Final = {code(name): name for name in BRANCHES}


def named_year(piece: Piece, syllables: Syllables, near: int) -> int | None:
    """The year that a piece names, nearest to the year ``near``; None where it names none.

    Examples
    --------
    >>> named_year(Piece(0, 3, "tet_named"), Syllables("Tết Mậu Tuất"), near=2017)
    2018
    """
    codes = syllables.codes[piece.first : piece.last]
    pairs = ((_STEM_OF.get(a), _BRANCH_OF.get(b)) for a, b in itertools.pairwise(codes))
    return next((y for stem, branch in pairs if (y := year_named(stem, branch, near))), None)
