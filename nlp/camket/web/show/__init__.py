"""From reports to what templates print."""
