"""Check the arithmetic of reports, and what changed between versions and years."""
