"""Start scripts and the note beside them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files as resources

from camket import __version__
from camket.bundle.target import Target

NOTE = "DOC-TRUOC.txt"
# Name in the bundle, name of the template, line ends, whether it is run.
_FILES = (
    ("mo-camket.bat", "start.bat", "\r\n", False),
    ("mo-camket.sh", "start.sh", "\n", True),
    (NOTE, "note.txt", "\r\n", False),
)


def files(target: Target) -> Iterator[tuple[str, bytes, bool]]:
    """Name, content and whether it is a program, of each file beside the wheels."""
    values = {"version": __version__, "python": target.python, "target": str(target)}
    values["short"] = target.python.replace(".", "")
    for name, template, ends, is_program in _FILES:
        text = resources("camket.bundle").joinpath(template).read_text("utf-8")
        for key, value in values.items():
            text = text.replace(f"@{key}@", value)
        yield name, text.replace("\n", ends).encode("utf-8"), is_program
