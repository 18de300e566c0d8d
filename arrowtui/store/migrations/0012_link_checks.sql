-- Whether the links of what was thought about still lead anywhere: looked at rarely, by the poller.
CREATE TABLE link_checks (
    link TEXT PRIMARY KEY,
    checked_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,  -- in a row, of the kind that says: there is nothing here
    is_dead INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX link_checks_by_time ON link_checks (checked_at);
