"""Whether the wheel that is installed carries the compiled core, or Python runs the sources."""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES

from camket.text import lexer


def is_compiled() -> bool:
    """Whether what cuts and reads texts runs as machine code; results are the same, in about half the time.

    Returns
    -------
    bool
        False in a checkout, and where no C compiler was found when the wheel was built.

    Examples
    --------
    >>> is_compiled() in (True, False)
    True
    """
    return lexer.__file__.endswith(tuple(EXTENSION_SUFFIXES))
