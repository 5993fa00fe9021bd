"""A server whose readers do what a document's name tells them: crash, hang, fail; else they read as ever."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from camket.web.settings import Caps, Settings
from camket.web.work import tasks


def work(job):
    name = job[2] if job[0] == "read" else ""
    if name.startswith("crash"):
        os._exit(3)
    if name.startswith("hang"):
        time.sleep(600)
    if name.startswith("error"):
        raise RuntimeError(f"bí mật: {job[1].decode()}")
    return tasks.run(job)


def main(folder: str, _: str, port: str) -> None:
    """Serve with short limits, as ``camket serve FOLDER --port PORT`` does."""
    import uvicorn

    from camket.web.app import create_app

    caps = Caps(file_size=300_000, request_size=400_000, seconds_to_send=2.0, seconds_per_document=4.0, documents=12)
    app = create_app(Settings(Path(folder), port=int(port), caps=caps, readers=2), work)
    print(f"http://127.0.0.1:{port}/", flush=True)  # noqa: T201
    uvicorn.run(app, port=int(port), access_log=False, log_level="warning")


if __name__ == "__main__":
    from web import hostile  # the readers must be able to import what they do

    hostile.main(*sys.argv[1:])
