"""Tables of a desk."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VERSION = 1
TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, added TEXT NOT NULL,
    opened TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'failed')), kind TEXT NOT NULL,
    message TEXT NOT NULL, counts TEXT NOT NULL, report BLOB, data BLOB
) STRICT;
CREATE INDEX documents_owner ON documents (owner, added);
CREATE TABLE decisions (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, finding TEXT NOT NULL,
    ruling TEXT NOT NULL CHECK (ruling IN ('agreed', 'dismissed')), reason TEXT NOT NULL, decided TEXT NOT NULL,
    PRIMARY KEY (document, finding)
) STRICT, WITHOUT ROWID;
CREATE TABLE pairs (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, commitment TEXT NOT NULL, report TEXT NOT NULL, added TEXT NOT NULL,
    match BLOB NOT NULL, filed TEXT NOT NULL
) STRICT;
CREATE INDEX pairs_owner ON pairs (owner, added);
CREATE TABLE rulings (
    pair TEXT NOT NULL REFERENCES pairs (id) ON DELETE CASCADE, commitment TEXT NOT NULL, report TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected', 'corrected')), outcome TEXT NOT NULL,
    reason TEXT NOT NULL, inspector TEXT NOT NULL, decided TEXT NOT NULL, PRIMARY KEY (pair, commitment, report)
) STRICT, WITHOUT ROWID;
CREATE TABLE quality (
    document INTEGER PRIMARY KEY, clear INTEGER NOT NULL, incomplete INTEGER NOT NULL, vague INTEGER NOT NULL
) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


def prepare(path: Path) -> None:
    """Make the file where there is none, with a secret of its own."""
    with connected(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        if connection.execute("PRAGMA user_version").fetchone()[0] < VERSION:
            connection.executescript(f"BEGIN IMMEDIATE; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
            connection.execute("INSERT INTO facts VALUES ('secret', ?)", (secrets.token_hex(32),))


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for one piece of work; what was deleted is overwritten on the disk."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        yield connection
    finally:
        connection.close()
