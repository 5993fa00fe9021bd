"""The command line."""

from camket.cli.app import main

__all__ = ["main"]
