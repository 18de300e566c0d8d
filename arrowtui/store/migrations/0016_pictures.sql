-- Small pictures of what was kept, for the board: fetched by the poller where they are wanted.
CREATE TABLE pictures (
    item_id INTEGER PRIMARY KEY,
    looked_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    width INTEGER,                  -- none: there is no picture to be had
    height INTEGER,
    rgb BLOB                        -- three bytes a dot, row by row
) STRICT;
CREATE INDEX pictures_by_time ON pictures (looked_at);
