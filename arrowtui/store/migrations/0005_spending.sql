-- What reading cost, by kind of source and month (UTC, such as "2026-11"). Money in micros: millionths of its unit.
CREATE TABLE spending (
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    reads INTEGER NOT NULL DEFAULT 0,
    micros INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (kind, month)
) STRICT, WITHOUT ROWID;

-- Requests whose cost is not known yet, with the most it can be. Written before one is sent and gone when its reply is
-- stored or charged nothing; one that stays (the program was killed in between) may have been charged and counts.
CREATE TABLE open_bills (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    micros INTEGER NOT NULL
) STRICT;
