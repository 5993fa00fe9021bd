"""Is this machine fit to run camket: versions, models, optional tools, console, permissions, a self-test."""

from camket.doctor.checks import Check, examine

__all__ = ["Check", "examine"]
