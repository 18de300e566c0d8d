-- A source that was not gone through to its end is asked after again sooner than one that was.
ALTER TABLE rechecks ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;
UPDATE rechecks SET due_at = checked_at + 86400000;
