"""What several test modules share: reading case files, measuring growth."""

import time
from pathlib import Path

import yaml

CASES = Path(__file__).parent / "cases"


def cases_of(feature, name):
    """All cases of a file as (group, case) pairs."""
    groups = yaml.safe_load((CASES / feature / name).read_text(encoding="utf-8"))
    return [(group, case) for group in groups for case in group["cases"]]


LINEAR = 2.3


def growth(work, piece, size=50_000, attempts=8):
    """How many times longer ``work`` takes on a text of about twice ``size`` characters than on one of ``size``.

    The smallest of some attempts: a busy machine can only make the growth look worse than it is. No more are made once
    one is about linear.
    """
    text = piece * (size // len(piece))
    work(text[:1000])
    smallest = float("inf")
    for _ in range(attempts):
        smallest = min(smallest, best_time(work, text + text) / best_time(work, text))
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
