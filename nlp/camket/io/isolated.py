"""Run a third-party parser in a process of its own: a crash, a hang or a memory leak ends there.

The child is started afresh for every file, reads the file on its standard input and writes JSON, so that nothing the
parser makes of a hostile file is ever executed by the parent.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from camket.io.errors import ReadError

MEMORY = 2_000_000_000


def run_isolated(task: str, data: bytes, options: dict[str, Any], *, seconds: float, format: str) -> Any:
    """Result of a task on the bytes of a file.

    Parameters
    ----------
    task : str
        Name of the task.
    data : bytes
        The file.
    options : dict
        Passed to the task; plain values only.
    seconds : float
        The child is killed after that time.
    format : str
        Name of the format, for messages.

    Raises
    ------
    ReadError
        What the task raised, "too_slow" or "crashed".
    """
    header = json.dumps({"task": task, "options": options}).encode() + b"\n"
    command = [sys.executable, "-m", "camket.io.isolated"]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(command, input=header + data, capture_output=True, timeout=seconds, check=False,
                              env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"})  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise ReadError("too_slow", limit=int(seconds)) from error
    if done.returncode:
        raise ReadError("crashed", format=format)
    answer = json.loads(done.stdout)
    if "error" in answer:
        raise ReadError(answer["error"], **answer["details"])
    return answer["result"]


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Do one task in the child process."""
    _limit_memory()
    header = json.loads(source.readline())
    try:
        answer: dict[str, Any] = {"result": _task(header["task"])(source.read(), **header["options"])}
    except ReadError as error:
        answer = {"error": error.code, "details": error.details}
    target.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    target.flush()


def _task(name: str) -> Callable[..., Any]:
    if name == "pdf_pages":
        from camket.io.pdf.extract import pages

        return pages
    if name == "pdf_image":
        from camket.io.pdf.extract import image

        return image
    if name == "excel_sheets":
        from camket.io.sheets.excel import excel_rows

        return excel_rows
    from camket.io.sheets.old_excel import old_excel_rows

    return old_excel_rows


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the time limit still holds there
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
