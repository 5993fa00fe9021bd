"""Patterns of temporal expressions, one file a kind."""
