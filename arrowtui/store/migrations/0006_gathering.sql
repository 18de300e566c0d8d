-- One thing met through several sources, what each source is kept for, pages saved by address, posts looked after.

ALTER TABLE subscriptions ADD COLUMN keep_days INTEGER;            -- none: for ever
ALTER TABLE subscriptions ADD COLUMN joins INTEGER NOT NULL DEFAULT 1;  -- whether its items may be those of another source

-- Further keys of an item: the same thing by another source's name, or the post that it passes on. Each has a row in
-- `known` as well, which leads here by its item_id.
CREATE TABLE aliases (
    item_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (item_id, key)
) STRICT, WITHOUT ROWID;

-- By what items that may be one are found: numbers for the page they lead to, and for the beginning of a post. Only of
-- the latest arrivals (serial): older rows are swept. Rows of one host lie side by side.
CREATE TABLE doubles (
    key INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    is_titled INTEGER NOT NULL,
    PRIMARY KEY (key, item_id)
) STRICT, WITHOUT ROWID;

-- Pages the person saved by their address. due_at: when it is to be fetched; none: it was, or never will be.
CREATE TABLE saved (
    address TEXT PRIMARY KEY,
    item_id INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    due_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    trouble TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_due ON saved (due_at) WHERE due_at IS NOT NULL;

-- How far the items of a source were asked after: whether the platform still shows them.
CREATE TABLE rechecks (
    subscription_id INTEGER PRIMARY KEY REFERENCES subscriptions (id),
    item_id INTEGER NOT NULL,
    checked_at INTEGER NOT NULL
) STRICT;
