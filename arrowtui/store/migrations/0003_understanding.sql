-- What the person teaches by moving items: what a moved item had in common with others (JSON). The tab it went to is in
-- marks.moved_to, so a move that is taken back teaches nothing, and one that was changed teaches the last.
CREATE TABLE lessons (
    item_id INTEGER PRIMARY KEY REFERENCES marks (item_id),
    traits TEXT NOT NULL,
    learned_at INTEGER NOT NULL
) STRICT;

-- Polls as they stood when their item was read last.
CREATE TABLE polls (
    item_id INTEGER PRIMARY KEY REFERENCES marks (item_id),
    options TEXT NOT NULL,          -- JSON: label, and votes or null while the platform hides them
    is_multiple INTEGER NOT NULL DEFAULT 0,
    closes_at INTEGER,              -- none: no end is stated
    is_closed INTEGER NOT NULL DEFAULT 0,
    voters INTEGER,
    read_at INTEGER NOT NULL
) STRICT;
-- Those whose votes may still change, or changed since they were read: open ones, and ended ones not read since.
CREATE INDEX polls_running ON polls (closes_at)
    WHERE NOT is_closed AND (closes_at IS NULL OR read_at < closes_at);
