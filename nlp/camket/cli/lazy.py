"""Commands that are imported when they are called: a list of commands must not load what they need."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup


class Lazy(NamedTuple):
    """Where a command lives ("module:name" below ``camket.cli``), and its line in the list of commands."""

    target: str
    line: str


class LazyGroup(TyperGroup):
    """A group that knows the names of its commands and one line on each, and loads the one that is called."""

    lazy: Mapping[str, Lazy] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        """Names in the order in which they are shown."""
        return list(self.lazy)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        """What the list shows of a command."""
        return TyperCommand(cmd_name, help=self.lazy[cmd_name].line) if cmd_name in self.lazy else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called, loaded."""
        if args and not args[0].startswith("-") and args[0] not in self.lazy:
            near = get_close_matches(args[0], self.lazy, n=1) or ["--help"]
            ctx.fail(f"Không có lệnh “{args[0]}”. Hãy thử “camket {near[0]}”.")
        name, _, rest = super().resolve_command(ctx, args)
        return name, load(self.lazy[str(name)].target, str(name)), rest


def load(target: str, name: str) -> Any:
    """Import a command: a function, or an application with commands of its own."""
    module, _, attribute = target.partition(":")
    found = getattr(import_module(f"camket.cli.{module}"), attribute)
    if isinstance(found, typer.Typer):
        command: Any = typer.main.get_group(found)
    else:
        app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        app.command(name, context_settings=SETTINGS)(found)
        command = typer.main.get_command(app)
    command.name = name
    return command


SETTINGS = {"help_option_names": ["-h", "--help"]}
