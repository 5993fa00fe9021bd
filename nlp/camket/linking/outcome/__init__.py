"""Compare a promise with what is reported of it."""
