"""A server in a process of its own, as an inspector starts it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx

TESTS = Path(__file__).parents[1]
CAMKET = (sys.executable, "-m", "camket", "serve", "--no-open")
HOSTILE = (sys.executable, "-m", "web.hostile")


@dataclass
class Server:
    address: str
    folder: Path
    process: subprocess.Popen[str]
    said: Path
    opened: list[httpx.Client] = field(default_factory=list)

    @property
    def log(self) -> str:
        return self.said.read_text(encoding="utf-8")

    def visitor(self, **options) -> Visitor:
        """A browser of its own, without a screen."""
        client = httpx.Client(base_url=self.address, timeout=120, follow_redirects=True, **options)
        self.opened.append(client)
        return Visitor(client)


class Visitor:
    """What a browser sends: cookies, the key of forms, its origin."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        page = client.get("/kiem-tra")
        self.csrf = re.search(r'name="csrf" value="(\w+)"', page.text)[1]

    def send(self, name: str, data: bytes) -> httpx.Response:
        headers = {"X-Csrf": self.csrf, "Accept": "application/json"}
        return self.client.post("/kiem-tra/gui", files={"tep": (name, data)}, headers=headers)

    def post(self, address: str, **fields: str) -> httpx.Response:
        return self.client.post(
            address, data={"csrf": self.csrf, **{k.replace("_", "-"): v for k, v in fields.items()}}
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(folder: Path, *options: str, command: tuple[str, ...] = CAMKET, said: Path) -> Iterator[Server]:
    """Start a server, wait until it answers, end it as Ctrl+C does."""
    paths = os.pathsep.join([str(TESTS.parent / "nlp"), str(TESTS)])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8", "OMP_NUM_THREADS": "1"}
    with said.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [*command, str(folder), "--port", str(free_port()), *options], stdout=out, stderr=subprocess.STDOUT, env=environment,
            text=True,
        )  # fmt: skip
    try:
        yield Server(_address(process, said), folder, process, said)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


def _answers(address: str) -> bool:
    """Whether somebody listens there: what was told may be half written, or a little early."""
    place = urlsplit(address)
    try:
        socket.create_connection((place.hostname, place.port), timeout=5).close()
    except OSError:
        return False
    return True


def _address(process: subprocess.Popen[str], said: Path) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = re.search(r"http://\S+(?=\s)", said.read_text(encoding="utf-8"))
        if found and _answers(found[0]):
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(said.read_text(encoding="utf-8"))
