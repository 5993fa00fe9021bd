"""Write the pages of the reference into a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from camket import __version__
from camket.docs.guides import guides, readme
from camket.docs.names import modules
from camket.docs.page import Link, page
from camket.docs.reference import module_page
from camket.docs.tables import Command, commands_page, labels_page, rules_page


def default_folder() -> Path:
    """Where the reference is written if no folder is given: the user's cache, one folder for each version.

    Returns
    -------
    Path
        Below ``XDG_CACHE_HOME``, ``LOCALAPPDATA`` or ``~/Library/Caches``, as the system has it.

    Examples
    --------
    >>> default_folder().name == f"docs-{__version__}"
    True
    """
    home = Path.home()
    system = home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache"
    given = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    return (Path(given) if given else system) / "camket" / f"docs-{__version__}"


def build(folder: Path, commands: Sequence[Command] = ()) -> Path:
    """Write all pages; pages of an earlier run are written anew.

    Parameters
    ----------
    folder : Path
        Made where it is missing.
    commands : sequence of Command
        What the command line offers; without any the page on it is left out.

    Returns
    -------
    Path
        The first page.

    Raises
    ------
    OSError
        Where the folder can't be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     build(Path(folder)).name
    'index.html'
    """
    bodies = dict(_bodies(commands))
    folder.mkdir(parents=True, exist_ok=True)
    style = files("camket.docs").joinpath("style.css").read_text("utf-8")
    for link, body in bodies.items():
        _write(folder / link.file, page(link, body, list(bodies), style))
    return folder / "index.html"


def _bodies(commands: Sequence[Command]) -> Iterator[tuple[Link, str]]:
    yield from guides()
    if commands:
        yield Link("lenh.html", "Dòng lệnh", "Tra cứu"), commands_page(commands)
    yield Link("quy-tac.html", "Quy tắc và câu hỏi", "Tra cứu"), rules_page()
    yield Link("nhan.html", "Các nhãn", "Tra cứu"), labels_page()
    for module, title in modules().items():
        yield Link(f"{module}.html", title, "Python"), module_page(module, title)
    yield Link("readme.html", "README (English)", "Dự án"), readme()


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    new = path.with_suffix(".tmp")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
