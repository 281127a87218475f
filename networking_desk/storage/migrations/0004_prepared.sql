-- Prepared: every version of what is said and how long it took to say, and questions of one's own.

CREATE TABLE version (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    part TEXT NOT NULL, text TEXT NOT NULL
);

CREATE TABLE rehearsal (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    version_id TEXT NOT NULL REFERENCES version (id), seconds REAL NOT NULL, planned_seconds INTEGER NOT NULL
);
CREATE INDEX rehearsal_by_version ON rehearsal (version_id);

CREATE TABLE question (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    role TEXT NOT NULL, text TEXT NOT NULL, position INTEGER NOT NULL
);
