-- After the meeting: who was told what, how often a call was tried, which letters are on their way, what was reminded of.

ALTER TABLE follow_up ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE follow_up ADD COLUMN handed_at TEXT;

CREATE TABLE news (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    contact_id TEXT NOT NULL REFERENCES contact (id), follow_up_id TEXT NOT NULL REFERENCES follow_up (id),
    referral_event_id TEXT REFERENCES referral_event (id), lead_event_id TEXT REFERENCES lead_event (id)
);
CREATE INDEX news_by_follow_up ON news (follow_up_id);
CREATE INDEX news_by_referral_event ON news (referral_event_id) WHERE referral_event_id IS NOT NULL;
CREATE INDEX news_by_lead_event ON news (lead_event_id) WHERE lead_event_id IS NOT NULL;
-- Each person hears of each thing once, however often the rules run.
CREATE UNIQUE INDEX news_once ON news (contact_id, coalesce(referral_event_id, ''), coalesce(lead_event_id, ''));

CREATE TABLE reminder (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, changed_at TEXT NOT NULL,
    "key" TEXT NOT NULL UNIQUE, at TEXT NOT NULL, text TEXT NOT NULL, shown_at TEXT, seen_at TEXT
);
CREATE INDEX reminder_unseen ON reminder (at) WHERE seen_at IS NULL;
