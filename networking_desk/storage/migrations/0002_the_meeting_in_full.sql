-- The meeting in full: agendas of one's own, companies kept from a person, who decides about an opening, words kept the moment they are entered.

ALTER TABLE meeting ADD COLUMN preset TEXT NOT NULL DEFAULT '';
ALTER TABLE lead ADD COLUMN decides TEXT NOT NULL DEFAULT '';

CREATE TABLE preset (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    name TEXT NOT NULL, "key" TEXT NOT NULL
);

CREATE TABLE preset_stage (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    preset_id TEXT NOT NULL REFERENCES preset (id), position INTEGER NOT NULL, name TEXT NOT NULL, short TEXT NOT NULL, minutes INTEGER NOT NULL,
    protected INTEGER NOT NULL, capture TEXT NOT NULL, hint TEXT NOT NULL, prompt TEXT NOT NULL, checklist TEXT NOT NULL
);
CREATE INDEX preset_stage_by_preset ON preset_stage (preset_id, position);

CREATE TABLE hidden (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    contact_id TEXT NOT NULL REFERENCES contact (id), company_id TEXT NOT NULL REFERENCES company (id)
);
CREATE INDEX hidden_by_company ON hidden (company_id);
CREATE UNIQUE INDEX hidden_once ON hidden (contact_id, company_id);

ALTER TABLE draft ADD COLUMN company_id TEXT NOT NULL DEFAULT '';
-- Words that were entered in a meeting and are not records yet: one row and one commit after Enter, nothing can take them any more.
CREATE TABLE entered (seq INTEGER PRIMARY KEY, meeting_id TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL, company_id TEXT NOT NULL, at TEXT NOT NULL);
