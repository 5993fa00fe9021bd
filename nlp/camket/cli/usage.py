"""Errors of usage in the language of the messages: typer knows English only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import typer

from camket.lexicons import lexicon

# Typer brings click along, in its newer versions as a part of its own, and names only this heir of its errors.
UsageError: Any = typer.BadParameter.__mro__[1]
ClickError: Any = typer.BadParameter.__mro__[2]
_QUOTED = re.compile(r"'([^']*)'")
_LEAST = re.compile(r"(?:>=\s*|equal to )(\d+)")
_IN_BRACKETS = re.compile(r"\((.*)\)")


def in_english(arguments: Sequence[str]) -> bool:
    """Whether a command line asks for English messages.

    Examples
    --------
    >>> in_english(["check", "a.docx", "--lang", "en"]), in_english(["check", "--lang=en"]), in_english(["check"])
    (True, True, False)
    """
    joined = [f"{a}={b}" for a, b in zip(arguments, [*arguments[1:], ""], strict=True) if a == "--lang"]
    return "--lang=en" in (*arguments, *joined)


def explain(error: Any, arguments: Sequence[str]) -> str:
    """An error of usage in one sentence, with the command that shows how it is used."""
    if type(error).__name__ == "NoArgsIsHelpError" or not isinstance(error, UsageError):
        return str(error.format_message())
    words = lexicon("usage")["vi"]
    command = " ".join(["camket", *_called(error.ctx, arguments)])
    if in_english(arguments):
        return f"Error: {error.format_message()}\nTry: {command} --help"
    return f"{_sentence(error, words)} {words['see'].format(command=command)}"


def _called(context: Any, arguments: Sequence[str]) -> list[str]:
    """Names of the command that was called."""
    if context is None:
        return [name for name in arguments[:1] if not name.startswith("-")]
    names: list[str] = []
    while context.parent is not None:
        names, context = [context.info_name, *names], context.parent
    return names


def _sentence(error: Any, words: dict[str, str]) -> str:
    kind, message = type(error).__name__, str(error.message)
    if kind == "MissingParameter":
        return _missing(error, words)
    if kind == "NoSuchOption":
        near = words["near_option"].format(near=", ".join(error.possibilities)) if error.possibilities else ""
        return f"{words['no_option'].format(name=error.option_name)} {near}".strip()
    if kind == "BadOptionUsage":
        return words["no_value" if "not take" in message else "needs_value"].format(name=error.option_name)
    if kind == "BadParameter":
        return _bad_value(_name(error.param), message, words)
    return _other(message, words)


def _missing(error: Any, words: dict[str, str]) -> str:
    key = "missing_argument" if error.param.param_type_name == "argument" else "missing_option"
    return words[key].format(name=_name(error.param), help=getattr(error.param, "help", None) or "")


def _name(parameter: Any) -> str:
    if parameter is None:
        return ""
    name = parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[-1]
    return str(name or parameter.human_readable_name)


def _bad_value(name: str, message: str, words: dict[str, str]) -> str:
    choices = _QUOTED.findall(message.partition("one of")[2] or message)
    if len(choices) > 1:
        return words["choices"].format(name=name, choices=", ".join(choices))
    least = _LEAST.search(message)
    if least:
        return words["at_least"].format(name=name, least=least[1])
    return words["integer" if "integer" in message else "bad_value"].format(name=name, message=message)


def _other(message: str, words: dict[str, str]) -> str:
    if "unexpected extra" in message:
        found = _IN_BRACKETS.findall(message.replace("(s)", ""))
        return words["extra"].format(extra=found[0] if found else "")
    if message == "Missing command.":
        return words["no_command"]
    named = _QUOTED.search(message)
    if message.startswith("No such command") and named:
        return words["unknown_command"].format(name=named[1])
    return message
