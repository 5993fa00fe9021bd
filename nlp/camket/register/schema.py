"""Tables of a register and their migrations.

Each entry of :data:`MIGRATIONS` takes the file from the version of its index to the next; ``PRAGMA user_version`` holds
the version. Entries are only ever added.
"""

from __future__ import annotations

import sqlite3

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, organisation TEXT NOT NULL,
        organisation_key TEXT NOT NULL, organisation_plain TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('commitment', 'report')), date TEXT, year INTEGER,
        name TEXT NOT NULL, added TEXT NOT NULL
    ) STRICT;
    CREATE INDEX documents_organisation ON documents (organisation_plain, kind, year);
    CREATE INDEX documents_order ON documents (organisation_key);
    CREATE TABLE items (
        id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id), place TEXT NOT NULL,
        position INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('commitment', 'report')), text TEXT NOT NULL,
        field TEXT NOT NULL, due TEXT, status TEXT NOT NULL, organisation_key TEXT NOT NULL, UNIQUE (document, place)
    ) STRICT;
    CREATE INDEX items_status ON items (kind, status, organisation_key, document, position);
    CREATE INDEX items_field ON items (kind, field, organisation_key, document, position);
    CREATE INDEX items_order ON items (kind, organisation_key, document, position);
    CREATE INDEX items_due ON items (kind, due, organisation_key) WHERE due IS NOT NULL;
    CREATE INDEX items_document ON items (document, position);
    CREATE TABLE links (
        commitment INTEGER NOT NULL REFERENCES items (id), report INTEGER NOT NULL REFERENCES items (id),
        outcome TEXT NOT NULL, probability REAL NOT NULL, reason TEXT NOT NULL, calculation TEXT NOT NULL,
        PRIMARY KEY (commitment, report)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX links_report ON links (report);
    CREATE TABLE decisions (
        id INTEGER PRIMARY KEY, commitment INTEGER NOT NULL REFERENCES items (id),
        report INTEGER REFERENCES items (id),
        decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected', 'corrected')),
        outcome TEXT, reason TEXT NOT NULL, inspector TEXT NOT NULL, decided TEXT NOT NULL
    ) STRICT;
    CREATE INDEX decisions_commitment ON decisions (commitment, report, id);
    CREATE VIRTUAL TABLE search USING fts5 (plain, content='', tokenize='unicode61 remove_diacritics 0');
    """,
    # Whether the due day had passed: done late, or not done and late; NULL where that is not known.
    """
    ALTER TABLE links ADD COLUMN late INTEGER;
    ALTER TABLE items ADD COLUMN late INTEGER;
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the newest version, each step in a transaction of its own."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    for number in range(version, len(MIGRATIONS)):
        connection.executescript(f"BEGIN IMMEDIATE; {MIGRATIONS[number]} PRAGMA user_version = {number + 1}; COMMIT;")
