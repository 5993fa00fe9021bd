"""Where results go: standard output as they come, or a file written whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from camket.cli.common import Exit, atomic_bytes, fail, say
from camket.records import Report
from camket.report.formats import DOCX, OUTPUTS
from camket.report.words import Words

_WORD = (".docx", ".docm")


class Sink:
    """Takes reports one by one and writes them in a format.

    Parameters
    ----------
    format : str
        A key of :data:`camket.report.formats.OUTPUTS`, or "docx".
    out : str, optional
        A file; for "docx" a file or a folder. None is standard output, for text formats only.
    words : Words
        The language.
    files : sequence of str
        What is going to be read: several Word files can't be written into one, which is said before any is.
    """

    def __init__(self, format: str, out: str | None, words: Words, files: Sequence[str] = ()) -> None:
        self.format, self.out, self.words = format, out, words
        self._used: set[Path] = set()
        binary = format == DOCX or OUTPUTS[format].binary
        if binary and out is None:
            fail(words("needs_out", format=format))
        if format == DOCX and sum(Path(f).suffix.lower() in _WORD for f in files) > 1 and self._is_file():
            fail(words("same_out", path=out))

    def _is_file(self) -> bool:
        out = Path(self.out or "")
        return not out.is_dir() and out.suffix == ".docx"

    def add(self, path: str, report: Report) -> None:
        """Take a report; formats that stream print it at once."""
        if self.format == DOCX:
            self._word(Path(path), report)
        elif self.out is None and OUTPUTS[self.format].streams:
            self._print([report])

    def end(self, reports: Sequence[Report]) -> None:
        """Write what was waiting for the last report."""
        if self.format == DOCX:
            return
        if self.out is None:
            if not OUTPUTS[self.format].streams:
                self._print(reports)
            return
        content = self._content(reports)
        if isinstance(content, str):
            # Excel takes a CSV file for UTF-8 only with this mark.
            content = content.encode("utf-8-sig" if self.format == "csv" else "utf-8")
        self._save(Path(self.out), content)

    def _print(self, reports: Sequence[Report]) -> None:
        content = self._content(reports)
        if self.format == "text" and sys.stdout.isatty():
            from rich.console import Console

            from camket.report.colours import coloured

            Console(highlight=False, soft_wrap=True).print(coloured(str(content), self.words), end="")
        else:
            typer.echo(content, nl=False)

    def _content(self, reports: Sequence[Report]) -> str | bytes:
        try:
            return OUTPUTS[self.format].write(reports, self.words)
        except ImportError:
            fail(self.words("needs_extra", format=self.format))

    def _word(self, path: Path, report: Report) -> None:
        from camket.report.word import annotate_docx

        if report.document.format != "docx":
            say(self.words("only_word", path=path))
            return
        self._save(self._word_name(path), annotate_docx(path.read_bytes(), report, self.words))

    def _word_name(self, path: Path) -> Path:
        out = Path(self.out or "")
        if self._is_file():
            return out
        name, number = out / f"{path.stem}.camket.docx", 2
        while name in self._used:
            name, number = out / f"{path.stem}.{number}.camket.docx", number + 1
        return name

    def _save(self, path: Path, content: bytes) -> None:
        if path in self._used:
            fail(self.words("same_out", path=path))
        self._used.add(path)
        try:
            os.makedirs(path.parent, exist_ok=True)
            atomic_bytes(path, content)
        except OSError as error:
            fail(self.words("cannot_write", path=path, reason=error.strerror), Exit.USAGE)
