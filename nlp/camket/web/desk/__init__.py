"""The desk: documents under review, what was decided on them, and pairs laid side by side; one SQLite file."""
