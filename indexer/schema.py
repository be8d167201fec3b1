"""The shape of the store: its tables, and the marks by which the file is known as ours."""

from __future__ import annotations

APPLICATION_ID = 0x464F4931  # "FOI1": marks the file as ours
SCHEMA = 2

TABLES = """
CREATE TABLE documents (
    version INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, uri TEXT NOT NULL, parent TEXT, name TEXT NOT NULL,
    sha256 TEXT NOT NULL, media_type TEXT NOT NULL, reader TEXT NOT NULL, text TEXT NOT NULL, original BLOB NOT NULL,
    title TEXT, authority TEXT, reference TEXT, date TEXT, outcome TEXT, pages TEXT NOT NULL, notes TEXT NOT NULL,
    born INTEGER NOT NULL, died INTEGER);
CREATE UNIQUE INDEX live_uri ON documents (uri) WHERE died IS NULL;
CREATE INDEX document_id ON documents (id);
CREATE INDEX document_uri ON documents (uri);
CREATE INDEX document_parent ON documents (parent);
CREATE TABLE sections (
    version INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, ordinal INTEGER NOT NULL, id TEXT NOT NULL,
    kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, heading TEXT NOT NULL,
    number TEXT, answers TEXT, outcome TEXT, exemptions TEXT NOT NULL, PRIMARY KEY (version, ordinal)) WITHOUT ROWID;
CREATE TABLE tables (
    version INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, ordinal INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (version, ordinal)) WITHOUT ROWID;
CREATE TABLE passages (
    pid INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL,
    version INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    section TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER,
    question TEXT, context TEXT NOT NULL, outcome TEXT, exemptions TEXT NOT NULL, hash BLOB NOT NULL, words BLOB);
CREATE INDEX passage_version ON passages (version);
CREATE INDEX passage_id ON passages (id);
CREATE INDEX passage_hash ON passages (hash);
CREATE INDEX passage_words ON passages (words) WHERE words IS NOT NULL;
CREATE TABLE vectors (
    model TEXT NOT NULL, hash BLOB NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, hash)) WITHOUT ROWID;
CREATE TABLE failures (uri TEXT PRIMARY KEY, error TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('sequence', '0');
"""

GISTS = """
CREATE TABLE IF NOT EXISTS gists (
    version INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE, body BLOB NOT NULL);
"""
"""A table that an index of this format may lack: what it holds is only a saving, and comes with the next writer."""
