-- Answers to call-outs of her own, gathered; polls asked again while they run.

ALTER TABLE subscriptions ADD COLUMN gathers INTEGER NOT NULL DEFAULT 0;  -- its items are answers to a call-out of hers

-- When a poll was asked for by itself last, and how often in a row that failed.
ALTER TABLE polls ADD COLUMN asked_at INTEGER;
ALTER TABLE polls ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;

-- How its votes grew: a row whenever their sum was another than before.
CREATE TABLE poll_counts (
    item_id INTEGER NOT NULL REFERENCES marks (item_id),
    at INTEGER NOT NULL,
    votes INTEGER NOT NULL,
    PRIMARY KEY (item_id, at)
) STRICT, WITHOUT ROWID;

-- Words of answers that were overwritten or taken back: nothing she wrote disappears.
CREATE TABLE answer_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER NOT NULL REFERENCES marks (item_id),
    text TEXT NOT NULL,
    at INTEGER NOT NULL             -- when they made way
) STRICT;
CREATE INDEX answer_versions_by_item ON answer_versions (item_id, id);
