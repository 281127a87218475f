-- The list in order: how much one wants to work at a company, and names that look like a company's and are another's.

ALTER TABLE company ADD COLUMN motivation INTEGER NOT NULL DEFAULT 0;

CREATE TABLE unlike (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    company_id TEXT NOT NULL REFERENCES company (id), name TEXT NOT NULL
);
CREATE INDEX unlike_by_company ON unlike (company_id);
