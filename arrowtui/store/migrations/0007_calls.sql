-- Calls: what was read out of a post (replaceable, the poller's), and how far the person is with answering (hers).

CREATE TABLE calls (
    item_id INTEGER PRIMARY KEY REFERENCES marks (item_id),
    kind TEXT NOT NULL,
    outlet TEXT,
    asker TEXT,                     -- who signs the post
    deadline INTEGER,               -- the last moment to respond
    precision TEXT,                 -- minute or day
    deadline_words TEXT,
    zone TEXT,
    contacts TEXT NOT NULL DEFAULT '[]',
    criteria TEXT,
    paid INTEGER,
    is_closed INTEGER NOT NULL DEFAULT 0,  -- by the asker's word
    closed_by INTEGER,              -- the item that says so, where it is another
    extended_from INTEGER,          -- the deadline before the latest extension
    extended_by INTEGER,            -- the item that extends it, where it is another
    flags TEXT NOT NULL DEFAULT '[]',
    is_scam INTEGER NOT NULL DEFAULT 0,
    posted_at INTEGER NOT NULL,
    same_as INTEGER,                -- the same call, met before through another relay
    is_notice INTEGER NOT NULL DEFAULT 0,  -- only closes or extends another call
    sign TEXT NOT NULL DEFAULT ''   -- by which the same call is known elsewhere; empty: by nothing
) STRICT;
CREATE INDEX calls_by_deadline ON calls (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX calls_by_posting ON calls (posted_at);
CREATE INDEX calls_by_sign ON calls (sign, posted_at) WHERE sign <> '';
CREATE INDEX calls_by_asker ON calls (asker, posted_at) WHERE asker IS NOT NULL;
CREATE INDEX calls_alike ON calls (same_as) WHERE same_as IS NOT NULL;

-- The person's side of a call. Outlives the call, the item and the source.
CREATE TABLE answers (
    item_id INTEGER PRIMARY KEY REFERENCES marks (item_id),
    state TEXT CHECK (state IN ('not me', 'maybe', 'answering', 'answered', 'heard back', 'nothing')),
    changed_at INTEGER NOT NULL,
    follow_up_at INTEGER,
    contact TEXT,                   -- where it went, or is to go
    subject TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',  -- the draft; what was answered, once it was
    title TEXT NOT NULL DEFAULT '', -- of the call, for when its item is gone
    link TEXT
) STRICT;
CREATE INDEX answers_to_follow_up ON answers (follow_up_at) WHERE follow_up_at IS NOT NULL;

-- Every state she gave it, dated.
CREATE TABLE answer_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES marks (item_id),
    state TEXT,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX answer_steps_by_item ON answer_steps (item_id, id);
