"""A register of commitments, reports and links over the years, in an SQLite file."""
