-- The first desk. In every table `n` is the row's number, private to storage; `id` is the record's name.
-- Rows are removed by our own code, which keeps them for undo, so no foreign key deletes by itself.

CREATE TABLE profile (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    full_name TEXT NOT NULL, skills TEXT NOT NULL, ideal_position TEXT NOT NULL, core_message TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL
);

CREATE TABLE contact (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    full_name TEXT NOT NULL, given TEXT NOT NULL, family TEXT NOT NULL, suffix TEXT NOT NULL, nickname TEXT NOT NULL,
    emails TEXT NOT NULL, phones TEXT NOT NULL, linkedin TEXT NOT NULL, place TEXT NOT NULL, role TEXT NOT NULL, tags TEXT NOT NULL,
    notes TEXT NOT NULL, source TEXT NOT NULL, connected_on TEXT,
    sort_key TEXT NOT NULL
);
CREATE INDEX contact_by_name ON contact (sort_key, n);

CREATE TABLE meeting (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    contact_id TEXT NOT NULL REFERENCES contact (id), state TEXT NOT NULL, planned_at TEXT, planned_minutes INTEGER NOT NULL, channel TEXT NOT NULL,
    started_at TEXT, ended_at TEXT, granted_minutes INTEGER NOT NULL, became_interview_at TEXT, paused_at TEXT, paused_seconds REAL NOT NULL,
    stage_position INTEGER, boot_id TEXT NOT NULL, boot_seconds REAL NOT NULL, ask TEXT NOT NULL, offer TEXT NOT NULL, questions TEXT NOT NULL,
    learned TEXT NOT NULL, wrapped_up_at TEXT
);
CREATE INDEX meeting_by_contact ON meeting (contact_id);
CREATE INDEX meeting_by_state ON meeting (state, planned_at);

CREATE TABLE company (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    name TEXT NOT NULL, industry TEXT NOT NULL, place TEXT NOT NULL, website TEXT NOT NULL, size TEXT NOT NULL, target INTEGER NOT NULL,
    priority TEXT NOT NULL, rank INTEGER NOT NULL, status TEXT NOT NULL, confidential INTEGER NOT NULL, notes TEXT NOT NULL, tags TEXT NOT NULL,
    suggested_by_id TEXT REFERENCES contact (id), suggested_in_id TEXT REFERENCES meeting (id), words TEXT NOT NULL,
    match_key TEXT NOT NULL
);
CREATE INDEX company_by_key ON company (match_key);
CREATE INDEX company_targets ON company (priority, rank) WHERE target;
CREATE INDEX company_by_suggester ON company (suggested_by_id) WHERE suggested_by_id IS NOT NULL;
CREATE INDEX company_by_meeting ON company (suggested_in_id) WHERE suggested_in_id IS NOT NULL;

CREATE TABLE position (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    contact_id TEXT NOT NULL REFERENCES contact (id), company_id TEXT REFERENCES company (id), company_text TEXT NOT NULL, title TEXT NOT NULL,
    from_on TEXT, to_on TEXT
);
CREATE INDEX position_by_contact ON position (contact_id);
CREATE INDEX position_by_company ON position (company_id) WHERE company_id IS NOT NULL;
CREATE UNIQUE INDEX position_current ON position (contact_id) WHERE to_on IS NULL;

CREATE TABLE stage (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id), position INTEGER NOT NULL, name TEXT NOT NULL, short TEXT NOT NULL, hint TEXT NOT NULL,
    prompt TEXT NOT NULL, planned_minutes INTEGER NOT NULL, protected INTEGER NOT NULL, capture TEXT NOT NULL, spent_seconds REAL NOT NULL,
    entered_at TEXT, left_at TEXT
);
CREATE INDEX stage_by_meeting ON stage (meeting_id, position);

CREATE TABLE checklist_item (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id), text TEXT NOT NULL, position INTEGER NOT NULL, stage_id TEXT REFERENCES stage (id),
    "key" TEXT NOT NULL, done_at TEXT
);
CREATE INDEX checklist_item_by_meeting ON checklist_item (meeting_id);
CREATE INDEX checklist_item_by_stage ON checklist_item (stage_id) WHERE stage_id IS NOT NULL;

CREATE TABLE referral (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    introducer_id TEXT NOT NULL REFERENCES contact (id), contact_id TEXT NOT NULL REFERENCES contact (id), company_id TEXT REFERENCES company (id),
    meeting_id TEXT REFERENCES meeting (id), permission TEXT NOT NULL, mode TEXT NOT NULL, state TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX referral_by_introducer ON referral (introducer_id);
CREATE INDEX referral_by_contact ON referral (contact_id);
CREATE INDEX referral_by_company ON referral (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX referral_by_meeting ON referral (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE referral_event (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    referral_id TEXT NOT NULL REFERENCES referral (id), at TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX referral_event_by_referral ON referral_event (referral_id);

CREATE TABLE showing (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meeting (id), company_id TEXT NOT NULL REFERENCES company (id), contact_id TEXT NOT NULL REFERENCES contact (id),
    answer TEXT, shown_at TEXT
);
CREATE INDEX showing_by_meeting ON showing (meeting_id);
CREATE INDEX showing_by_company ON showing (company_id);
CREATE INDEX showing_by_contact ON showing (contact_id);

CREATE TABLE lead (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    title TEXT NOT NULL, company_id TEXT REFERENCES company (id), contact_id TEXT REFERENCES contact (id), meeting_id TEXT REFERENCES meeting (id),
    kind TEXT NOT NULL, state TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX lead_by_company ON lead (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX lead_by_contact ON lead (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX lead_by_meeting ON lead (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE lead_event (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    lead_id TEXT NOT NULL REFERENCES lead (id), at TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX lead_event_by_lead ON lead_event (lead_id);

CREATE TABLE promise (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    contact_id TEXT NOT NULL REFERENCES contact (id), text TEXT NOT NULL, whose TEXT NOT NULL, due_on TEXT, done_on TEXT,
    meeting_id TEXT REFERENCES meeting (id)
);
CREATE INDEX promise_by_contact ON promise (contact_id);
CREATE INDEX promise_by_meeting ON promise (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE note (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    text TEXT NOT NULL, contact_id TEXT REFERENCES contact (id), company_id TEXT REFERENCES company (id), meeting_id TEXT REFERENCES meeting (id)
);
CREATE INDEX note_by_contact ON note (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX note_by_company ON note (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX note_by_meeting ON note (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE touch (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    contact_id TEXT NOT NULL REFERENCES contact (id), kind TEXT NOT NULL, at TEXT NOT NULL, text TEXT NOT NULL, meeting_id TEXT REFERENCES meeting (id)
);
CREATE INDEX touch_by_contact ON touch (contact_id, at);
CREATE INDEX touch_by_meeting ON touch (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE follow_up (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    contact_id TEXT NOT NULL REFERENCES contact (id), kind TEXT NOT NULL, due_on TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, done_at TEXT,
    meeting_id TEXT REFERENCES meeting (id), referral_id TEXT REFERENCES referral (id), lead_id TEXT REFERENCES lead (id),
    promise_id TEXT REFERENCES promise (id)
);
CREATE INDEX follow_up_open ON follow_up (due_on) WHERE state = 'open';
CREATE INDEX follow_up_by_contact ON follow_up (contact_id);
CREATE INDEX follow_up_by_meeting ON follow_up (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX follow_up_by_referral ON follow_up (referral_id) WHERE referral_id IS NOT NULL;
CREATE INDEX follow_up_by_lead ON follow_up (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX follow_up_by_promise ON follow_up (promise_id) WHERE promise_id IS NOT NULL;
-- One follow-up a person a reason, however often the rules run.
CREATE UNIQUE INDEX follow_up_once ON follow_up (
    contact_id, kind, coalesce(meeting_id, ''), coalesce(referral_id, ''), coalesce(lead_id, ''), coalesce(promise_id, '')
) WHERE state = 'open';

CREATE TABLE tag (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE template (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    kind TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, body TEXT NOT NULL
);

CREATE TABLE setting (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    "key" TEXT NOT NULL UNIQUE, value TEXT NOT NULL
);

-- Derived from the records, never exported: what a search looks into and by what two contacts are the same.
CREATE VIRTUAL TABLE contact_search USING fts5 (words, prefix = '1 2 3', detail = 'none', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE contact_key ("key" TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY ("key", n)) WITHOUT ROWID;
CREATE INDEX contact_key_by_n ON contact_key (n);

-- What Ctrl+Z takes back: for each row of a step its image before, in order; NULL where there was none.
-- The trash is the steps that deleted something: `trashed` names it. Emptying the trash forgets those steps.
CREATE TABLE undo_step (seq INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, at TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0, trashed TEXT);
CREATE TABLE undo_row (
    step INTEGER NOT NULL REFERENCES undo_step (seq), seq INTEGER NOT NULL, record TEXT NOT NULL, id TEXT NOT NULL, image TEXT,
    PRIMARY KEY (step, seq)
) WITHOUT ROWID;
-- The same for rows that came in by the thousand: a run of row numbers, and their images while they are taken back.
CREATE TABLE undo_run (
    step INTEGER NOT NULL REFERENCES undo_step (seq), seq INTEGER NOT NULL, record TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    images BLOB, PRIMARY KEY (step, seq)
) WITHOUT ROWID;

-- Words typed and not yet entered; they are no step of undo.
CREATE TABLE draft ("key" TEXT PRIMARY KEY, words TEXT NOT NULL, kind TEXT NOT NULL, changed_at TEXT NOT NULL) WITHOUT ROWID;
