"""What several test modules share: reading case files, measuring growth."""

import time
from math import log
from pathlib import Path

import yaml

CASES = Path(__file__).parent / "cases"


def cases_of(feature, name):
    """All cases of a file as (group, case) pairs."""
    groups = yaml.safe_load((CASES / feature / name).read_text(encoding="utf-8"))
    return [(group, case) for group in groups for case in group["cases"]]


LINEAR = 1.2


def growth(work, piece, size=50_000, attempts=8):
    """The power of the length that the time of ``work`` grows with: 1 is linear, 2 quadratic.

    Measured over a text of a quarter of ``size`` characters and one eight times as long, where 1 and 2 lie a factor of
    eight apart, which no busy machine bridges. The smallest of some attempts: load can only make it look worse than it
    is. No more are made once one is about linear.
    """
    short = piece * max(1, size // 4 // len(piece))
    work(short[:1000])
    smallest = float("inf")
    for _ in range(attempts):
        smallest = min(smallest, log(best_time(work, short * 8) / best_time(work, short), 8))
        if smallest <= LINEAR:
            break
    return smallest


def best_time(work, text, rounds=3):
    """The shortest of several runs, in seconds of this process alone."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work(text)
        times.append(time.process_time() - start)
    return min(times)
