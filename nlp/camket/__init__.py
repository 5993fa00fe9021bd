"""Read Vietnamese commitments and progress reports."""

__version__ = "0.1.0"
