"""The typer application: one module for each command."""

from __future__ import annotations

import sys

import typer

from camket.cli import annotate, audit, check, corpus, doctor, drift, evaluate, match, read, register, rules, train
from camket.lexicons import lexicon

app = typer.Typer(
    help=lexicon("messages")["vi"]["app"], no_args_is_help=True, pretty_exceptions_enable=False, add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
for module in (check, read, annotate, match, audit, drift, evaluate, train, doctor):
    app.command(module.NAME)(module.command)
app.command("rules")(rules.rules)
app.command("explain")(rules.explain)
app.add_typer(corpus.app, name=corpus.NAME)
app.add_typer(register.app, name=register.NAME)


def main() -> None:
    """Run the command line (entry point ``camket``)."""
    # A Windows console may be cp1252, on which Vietnamese help texts would crash.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()
