"""Questions that a single key answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

import typer

ENTER = ("\r", "\n")


class Control(StrEnum):
    """What a key does besides answering."""

    skip = "s"
    back = "b"
    quit = "q"


Read = Callable[[], str]


def read_key() -> str:
    """One key of the terminal, without waiting for Enter; Ctrl-C and Ctrl-D stop."""
    import click

    try:
        return click.getchar()
    except (KeyboardInterrupt, EOFError):
        return Control.quit


def ask(question: str, options: Mapping[str, str], default: str | None, accept: str, read: Read) -> str | Control:
    """Ask until a key fits.

    Parameters
    ----------
    question : str
    options : mapping of str to str
        Key → what it means.
    default : str, optional
        The key that Enter stands for.
    accept : str
        What to say of Enter.
    read : callable
        Gives the next key.

    Returns
    -------
    str or Control
        A key of ``options``, or what to do instead.
    """
    shown = [f"{typer.style(key, bold=True)} {meaning}" for key, meaning in options.items()]
    typer.echo(f"{question}  " + "  ".join(shown) + (f"  [{accept}]" if default else ""))
    while True:
        key = read().lower()
        if key in ENTER and default:
            key = default
        if key in options:
            typer.echo(f"  → {options[key]}")
            return key
        if key in tuple(Control):
            return Control(key)
