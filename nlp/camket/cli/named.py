"""Names that people read on the screen, taken back on the command line."""

from __future__ import annotations

from collections.abc import Iterable

from camket.cli.common import fail
from camket.register.words import fold
from camket.report.words import Words


def named(value: str | None, prefix: str, names: Iterable[str], words: Words) -> str | None:
    """The name of a status or field that was given as it is shown ("quá hạn", "qua han") or by itself ("overdue").

    Anything else ends the run with the list of what there is.
    """
    if value is None:
        return None
    shown = {name: words(f"{prefix}_{name}") for name in names}
    both = [Words(language, "register_messages") for language in ("vi", "en")]
    known = {fold(w(f"{prefix}_{name}")): name for w in both for name in shown} | {fold(name): name for name in shown}
    found = known.get(fold(value).replace("-", "_")) or known.get(fold(value))
    if found is None:
        listed = ", ".join(f"{text} ({name})" for name, text in shown.items())
        fail(words(f"bad_{prefix}", value=value, known=listed))
    return found
