-- The first schema. Times are milliseconds since 1970 UTC; lists inside a cell are JSON.
-- Identity of an item is its id: milliseconds << 20 | tie-break, given at first arrival and never changed. Because ids are
-- in display order, every list is a walk along an index that ends in the id, and never a sort.

-- What is polled, as the person wished it. Rows are never deleted: items and notes point here.
CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    own_title TEXT,    -- the person's name for it
    given_title TEXT,  -- what the source calls itself
    title TEXT NOT NULL GENERATED ALWAYS AS (coalesce(own_title, given_title, address)) VIRTUAL,
    site_link TEXT,
    lane TEXT CHECK (lane IN ('tip', 'chat', 'call', 'noise')),
    tags TEXT NOT NULL DEFAULT '[]',
    every_min INTEGER,
    paused INTEGER NOT NULL DEFAULT 0,
    options TEXT NOT NULL DEFAULT '[]',
    is_wanted INTEGER NOT NULL DEFAULT 1,
    position INTEGER NOT NULL DEFAULT 0,  -- the order of the settings file
    UNIQUE (kind, address)
) STRICT;

-- How the last polls went.
CREATE TABLE fetch_states (
    subscription_id INTEGER PRIMARY KEY REFERENCES subscriptions (id),
    address TEXT NOT NULL,
    next_due_at INTEGER,
    last_polled_at INTEGER,
    last_good_at INTEGER,
    validated_address TEXT,
    etag TEXT,
    last_modified TEXT,
    moved_to TEXT,
    moved_seen INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    failing_since INTEGER,
    trouble_name TEXT,
    trouble_headline TEXT,
    trouble_hint TEXT,
    pace_s INTEGER,
    hint_s INTEGER,
    skip_hours INTEGER NOT NULL DEFAULT 0,
    skip_days INTEGER NOT NULL DEFAULT 0,
    ended INTEGER NOT NULL DEFAULT 0,
    memory TEXT NOT NULL DEFAULT '',
    notices TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE host_waits (
    host TEXT PRIMARY KEY,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything that ever arrived: clustered by key, so that one poll of one source reads a page or two. A row whose item is
-- gone is its tombstone: what was deleted does not come back as new.
CREATE TABLE known (
    key TEXT PRIMARY KEY,
    item_id INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,
    is_gone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- What the world said, as far as lists need it: replaceable, and kept narrow so that a page of a list is a few disk pages.
-- In the order of arrival (serial), so that a batch is written side by side wherever in time its items stand. Rows are
-- never updated: what the world changed is a new row, and the old one goes.
CREATE TABLE items (
    serial INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    author TEXT,
    link TEXT,
    published_at INTEGER,
    updated_at INTEGER,
    language TEXT,
    key TEXT NOT NULL,
    parent_key TEXT,
    root_key TEXT,
    repost_key TEXT,
    chosen_by TEXT NOT NULL,  -- who ruled the lane, how surely, and why (JSON)
    confidence REAL NOT NULL,
    reasons TEXT NOT NULL
) STRICT;
CREATE INDEX items_by_root ON items (root_key) WHERE root_key IS NOT NULL;

-- The rest of what the world said: the plain text for search, and the raw part (compressed) for better rules later.
-- `grams` are the overlapping pairs of scripts written without blanks (Chinese, Japanese, Korean, Thai ...).
CREATE TABLE bodies (
    serial INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    grams TEXT,
    raw BLOB NOT NULL
) STRICT;

-- One row an item, made on arrival and never deleted.
-- The columns down to edition belong to the poller; all others to the person, and only she changes them.
CREATE TABLE marks (
    item_id INTEGER PRIMARY KEY,
    serial INTEGER,                            -- the row in items and bodies; none when the item was deleted
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),  -- where it was met first
    -- Not IN (...): SQLite would build that list anew for every row.
    ruled_lane TEXT NOT NULL
        CHECK (ruled_lane = 'tip' OR ruled_lane = 'chat' OR ruled_lane = 'call' OR ruled_lane = 'noise'),
    other_sources INTEGER NOT NULL DEFAULT 0,  -- how many brought it besides
    edition INTEGER NOT NULL DEFAULT 1,        -- grows when the world changes what it says
    moved_to TEXT
        CHECK (moved_to = 'tip' OR moved_to = 'chat' OR moved_to = 'call' OR moved_to = 'noise'),
    moved_at INTEGER,
    read_edition INTEGER NOT NULL DEFAULT 0,   -- the edition she read: 0 is none
    read_at INTEGER,
    kept_at INTEGER,
    later_at INTEGER,
    dismissed_at INTEGER,
    lane TEXT GENERATED ALWAYS AS (coalesce(moved_to, ruled_lane)) VIRTUAL,
    -- The lists it stands in, one bit each: 1 all, 2 unread, 4 kept, 8 later, 16 dismissed.
    scopes INTEGER GENERATED ALWAYS AS (
        CASE
            WHEN serial IS NULL THEN 0
            WHEN dismissed_at IS NOT NULL THEN 16
            ELSE 1 + 2 * (read_edition < edition) + 4 * (kept_at IS NOT NULL) + 8 * (later_at IS NOT NULL)
        END
    ) VIRTUAL
) STRICT;
-- One index a list, so that a page is a walk. "All" is unread and read merged: an arrival writes one index, not two.
CREATE INDEX marks_unread ON marks (lane) WHERE scopes & 2;
CREATE INDEX marks_read ON marks (lane) WHERE scopes & 3 = 1;
CREATE INDEX marks_kept ON marks (lane) WHERE scopes & 4;
CREATE INDEX marks_later ON marks (lane) WHERE scopes & 8;
CREATE INDEX marks_dismissed ON marks (lane) WHERE scopes & 16;

-- Through which sources an item came; is_extra for all but the first. Clustered by source, as batches are.
-- lane and scopes are copies of those in marks, kept by triggers.
CREATE TABLE origins (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    item_id INTEGER NOT NULL,
    is_extra INTEGER NOT NULL,
    lane TEXT NOT NULL,
    scopes INTEGER NOT NULL,
    PRIMARY KEY (subscription_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_extra ON origins (item_id) WHERE is_extra;
CREATE INDEX origins_unread ON origins (subscription_id, lane, item_id) WHERE scopes & 2;
CREATE INDEX origins_read ON origins (subscription_id, lane, item_id) WHERE scopes & 3 = 1;
CREATE INDEX origins_kept ON origins (subscription_id, lane, item_id) WHERE scopes & 4;
CREATE INDEX origins_later ON origins (subscription_id, lane, item_id) WHERE scopes & 8;
CREATE INDEX origins_dismissed ON origins (subscription_id, lane, item_id) WHERE scopes & 16;

-- The person's tags. They outlive the item; lane and scopes as in origins.
CREATE TABLE tags (
    item_id INTEGER NOT NULL REFERENCES marks (item_id),
    tag TEXT NOT NULL,
    lane TEXT NOT NULL,
    scopes INTEGER NOT NULL,
    PRIMARY KEY (item_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_unread ON tags (tag, lane, item_id) WHERE scopes & 2;
CREATE INDEX tags_read ON tags (tag, lane, item_id) WHERE scopes & 3 = 1;
CREATE INDEX tags_kept ON tags (tag, lane, item_id) WHERE scopes & 4;
CREATE INDEX tags_later ON tags (tag, lane, item_id) WHERE scopes & 8;
CREATE INDEX tags_dismissed ON tags (tag, lane, item_id) WHERE scopes & 16;

-- How many rows each list has: nothing is ever counted on a key press.
CREATE TABLE lane_counts (
    lane TEXT PRIMARY KEY,
    total INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0,
    later INTEGER NOT NULL DEFAULT 0,
    dismissed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO lane_counts (lane) VALUES ('tip'), ('chat'), ('call'), ('noise');

CREATE TABLE source_counts (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    lane TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0,
    later INTEGER NOT NULL DEFAULT 0,
    dismissed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (subscription_id, lane)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag_counts (
    tag TEXT NOT NULL,
    lane TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0,
    later INTEGER NOT NULL DEFAULT 0,
    dismissed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tag, lane)
) STRICT, WITHOUT ROWID;

-- An arrival is unread and nothing else: the short way for the many.
CREATE TRIGGER marks_arrived AFTER INSERT ON marks WHEN NEW.scopes = 3 BEGIN
    UPDATE lane_counts SET total = total + 1, unread = unread + 1 WHERE lane = NEW.ruled_lane;
END;
CREATE TRIGGER marks_made AFTER INSERT ON marks WHEN NEW.scopes <> 3 BEGIN
    UPDATE lane_counts SET total = total + (NEW.scopes & 1), unread = unread + (NEW.scopes & 2) / 2,
        kept = kept + (NEW.scopes & 4) / 4, later = later + (NEW.scopes & 8) / 8,
        dismissed = dismissed + (NEW.scopes & 16) / 16
    WHERE lane = NEW.lane;
END;
CREATE TRIGGER marks_changed AFTER UPDATE ON marks WHEN NEW.scopes <> OLD.scopes AND NEW.lane = OLD.lane BEGIN
    UPDATE lane_counts SET total = total + (NEW.scopes & 1) - (OLD.scopes & 1),
        unread = unread + ((NEW.scopes & 2) - (OLD.scopes & 2)) / 2,
        kept = kept + ((NEW.scopes & 4) - (OLD.scopes & 4)) / 4,
        later = later + ((NEW.scopes & 8) - (OLD.scopes & 8)) / 8,
        dismissed = dismissed + ((NEW.scopes & 16) - (OLD.scopes & 16)) / 16
    WHERE lane = NEW.lane;
    UPDATE origins SET lane = NEW.lane, scopes = NEW.scopes
    WHERE subscription_id = NEW.subscription_id AND item_id = NEW.item_id;
    UPDATE tags SET lane = NEW.lane, scopes = NEW.scopes WHERE item_id = NEW.item_id;
END;
CREATE TRIGGER marks_moved AFTER UPDATE ON marks WHEN NEW.lane <> OLD.lane BEGIN
    UPDATE lane_counts SET total = total - (OLD.scopes & 1), unread = unread - (OLD.scopes & 2) / 2,
        kept = kept - (OLD.scopes & 4) / 4, later = later - (OLD.scopes & 8) / 8,
        dismissed = dismissed - (OLD.scopes & 16) / 16
    WHERE lane = OLD.lane;
    UPDATE lane_counts SET total = total + (NEW.scopes & 1), unread = unread + (NEW.scopes & 2) / 2,
        kept = kept + (NEW.scopes & 4) / 4, later = later + (NEW.scopes & 8) / 8,
        dismissed = dismissed + (NEW.scopes & 16) / 16
    WHERE lane = NEW.lane;
    UPDATE origins SET lane = NEW.lane, scopes = NEW.scopes
    WHERE subscription_id = NEW.subscription_id AND item_id = NEW.item_id;
    UPDATE tags SET lane = NEW.lane, scopes = NEW.scopes WHERE item_id = NEW.item_id;
END;

CREATE TRIGGER marks_changed_widely AFTER UPDATE ON marks
WHEN NEW.other_sources > 0 AND (NEW.scopes <> OLD.scopes OR NEW.lane <> OLD.lane) BEGIN
    UPDATE origins SET lane = NEW.lane, scopes = NEW.scopes WHERE item_id = NEW.item_id AND is_extra;
END;

CREATE TRIGGER subscriptions_made AFTER INSERT ON subscriptions BEGIN
    INSERT INTO source_counts (subscription_id, lane) SELECT NEW.id, lane FROM lane_counts;
END;
CREATE TRIGGER origins_arrived AFTER INSERT ON origins WHEN NEW.scopes = 3 BEGIN
    UPDATE source_counts SET total = total + 1, unread = unread + 1
    WHERE subscription_id = NEW.subscription_id AND lane = NEW.lane;
END;
CREATE TRIGGER origins_made AFTER INSERT ON origins WHEN NEW.scopes <> 3 BEGIN
    UPDATE source_counts SET total = total + (NEW.scopes & 1), unread = unread + (NEW.scopes & 2) / 2,
        kept = kept + (NEW.scopes & 4) / 4, later = later + (NEW.scopes & 8) / 8,
        dismissed = dismissed + (NEW.scopes & 16) / 16
    WHERE subscription_id = NEW.subscription_id AND lane = NEW.lane;
END;
CREATE TRIGGER origins_made_extra AFTER INSERT ON origins WHEN NEW.is_extra BEGIN
    UPDATE marks SET other_sources = other_sources + 1 WHERE item_id = NEW.item_id;
END;
CREATE TRIGGER origins_changed AFTER UPDATE ON origins WHEN NEW.lane = OLD.lane BEGIN
    UPDATE source_counts SET total = total + (NEW.scopes & 1) - (OLD.scopes & 1),
        unread = unread + ((NEW.scopes & 2) - (OLD.scopes & 2)) / 2,
        kept = kept + ((NEW.scopes & 4) - (OLD.scopes & 4)) / 4,
        later = later + ((NEW.scopes & 8) - (OLD.scopes & 8)) / 8,
        dismissed = dismissed + ((NEW.scopes & 16) - (OLD.scopes & 16)) / 16
    WHERE subscription_id = NEW.subscription_id AND lane = NEW.lane;
END;
CREATE TRIGGER origins_moved AFTER UPDATE ON origins WHEN NEW.lane <> OLD.lane BEGIN
    UPDATE source_counts SET total = total - (OLD.scopes & 1), unread = unread - (OLD.scopes & 2) / 2,
        kept = kept - (OLD.scopes & 4) / 4, later = later - (OLD.scopes & 8) / 8,
        dismissed = dismissed - (OLD.scopes & 16) / 16
    WHERE subscription_id = OLD.subscription_id AND lane = OLD.lane;
    UPDATE source_counts SET total = total + (NEW.scopes & 1), unread = unread + (NEW.scopes & 2) / 2,
        kept = kept + (NEW.scopes & 4) / 4, later = later + (NEW.scopes & 8) / 8,
        dismissed = dismissed + (NEW.scopes & 16) / 16
    WHERE subscription_id = NEW.subscription_id AND lane = NEW.lane;
END;
CREATE TRIGGER origins_dropped AFTER DELETE ON origins BEGIN
    UPDATE source_counts SET total = total - (OLD.scopes & 1), unread = unread - (OLD.scopes & 2) / 2,
        kept = kept - (OLD.scopes & 4) / 4, later = later - (OLD.scopes & 8) / 8,
        dismissed = dismissed - (OLD.scopes & 16) / 16
    WHERE subscription_id = OLD.subscription_id AND lane = OLD.lane;
END;

CREATE TRIGGER tags_made AFTER INSERT ON tags BEGIN
    INSERT INTO tag_counts (tag, lane) SELECT NEW.tag, lane FROM lane_counts WHERE true ON CONFLICT DO NOTHING;
    UPDATE tag_counts SET total = total + (NEW.scopes & 1), unread = unread + (NEW.scopes & 2) / 2,
        kept = kept + (NEW.scopes & 4) / 4, later = later + (NEW.scopes & 8) / 8,
        dismissed = dismissed + (NEW.scopes & 16) / 16
    WHERE tag = NEW.tag AND lane = NEW.lane;
END;
CREATE TRIGGER tags_changed AFTER UPDATE ON tags WHEN NEW.lane = OLD.lane BEGIN
    UPDATE tag_counts SET total = total + (NEW.scopes & 1) - (OLD.scopes & 1),
        unread = unread + ((NEW.scopes & 2) - (OLD.scopes & 2)) / 2,
        kept = kept + ((NEW.scopes & 4) - (OLD.scopes & 4)) / 4,
        later = later + ((NEW.scopes & 8) - (OLD.scopes & 8)) / 8,
        dismissed = dismissed + ((NEW.scopes & 16) - (OLD.scopes & 16)) / 16
    WHERE tag = NEW.tag AND lane = NEW.lane;
END;
CREATE TRIGGER tags_moved AFTER UPDATE ON tags WHEN NEW.lane <> OLD.lane BEGIN
    UPDATE tag_counts SET total = total - (OLD.scopes & 1), unread = unread - (OLD.scopes & 2) / 2,
        kept = kept - (OLD.scopes & 4) / 4, later = later - (OLD.scopes & 8) / 8,
        dismissed = dismissed - (OLD.scopes & 16) / 16
    WHERE tag = OLD.tag AND lane = OLD.lane;
    UPDATE tag_counts SET total = total + (NEW.scopes & 1), unread = unread + (NEW.scopes & 2) / 2,
        kept = kept + (NEW.scopes & 4) / 4, later = later + (NEW.scopes & 8) / 8,
        dismissed = dismissed + (NEW.scopes & 16) / 16
    WHERE tag = NEW.tag AND lane = NEW.lane;
END;
CREATE TRIGGER tags_dropped AFTER DELETE ON tags BEGIN
    UPDATE tag_counts SET total = total - (OLD.scopes & 1), unread = unread - (OLD.scopes & 2) / 2,
        kept = kept - (OLD.scopes & 4) / 4, later = later - (OLD.scopes & 8) / 8,
        dismissed = dismissed - (OLD.scopes & 16) / 16
    WHERE tag = OLD.tag AND lane = OLD.lane;
END;

-- Notes: sacred. Nothing cascades into them, and what was overwritten or taken back stays in note_versions.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item_id INTEGER,  -- no reference on purpose: a note outlives its item
    about_title TEXT,
    about_link TEXT,
    text TEXT NOT NULL DEFAULT '',
    grams TEXT,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
CREATE INDEX notes_by_item ON notes (item_id, id) WHERE deleted_at IS NULL;
CREATE INDEX notes_by_change ON notes (changed_at, id) WHERE deleted_at IS NULL AND text <> '';

CREATE TABLE note_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id INTEGER NOT NULL REFERENCES notes (id),
    text TEXT NOT NULL,
    written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_versions_by_note ON note_versions (note_id, id);

-- Everything a person did, one row each, with what is needed to take it back.
CREATE TABLE actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    payload BLOB NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX actions_to_undo ON actions (id) WHERE undone_at IS NULL;

-- Full text. The row id is the item's id, so results come newest first without a sort. Items wait in `to_index` until
-- `index_some` takes them (a trigger for every row would make arriving five times slower); an item that is not waiting
-- is in the index, and these triggers take its old words out.
CREATE TABLE to_index (serial INTEGER PRIMARY KEY, item_id INTEGER NOT NULL) STRICT;
CREATE VIEW item_texts AS
    SELECT marks.item_id AS id, items.title AS title, bodies.text AS text, items.author AS author, bodies.grams AS grams
    FROM marks JOIN items ON items.serial = marks.serial JOIN bodies ON bodies.serial = marks.serial;
CREATE VIRTUAL TABLE item_words USING fts5 (
    title, text, author, grams, content = 'item_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER items_made AFTER INSERT ON items BEGIN
    INSERT INTO to_index (serial, item_id) VALUES (NEW.serial, NEW.item_id);
END;
CREATE TRIGGER items_dropping BEFORE DELETE ON items
WHEN NOT EXISTS (SELECT 1 FROM to_index WHERE serial = OLD.serial) BEGIN
    INSERT INTO item_words (item_words, rowid, title, text, author, grams)
    SELECT 'delete', OLD.item_id, OLD.title, text, OLD.author, grams FROM bodies WHERE serial = OLD.serial;
END;
CREATE TRIGGER items_dropped AFTER DELETE ON items BEGIN
    DELETE FROM bodies WHERE serial = OLD.serial;
    DELETE FROM to_index WHERE serial = OLD.serial;
END;

CREATE VIRTUAL TABLE note_words USING fts5 (
    text, about_title, grams, content = 'notes', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER notes_made AFTER INSERT ON notes BEGIN
    INSERT INTO note_words (rowid, text, about_title, grams) VALUES (NEW.id, NEW.text, NEW.about_title, NEW.grams);
END;
CREATE TRIGGER notes_changed AFTER UPDATE OF text, about_title, grams ON notes BEGIN
    INSERT INTO note_words (note_words, rowid, text, about_title, grams)
    VALUES ('delete', OLD.id, OLD.text, OLD.about_title, OLD.grams);
    INSERT INTO note_words (rowid, text, about_title, grams) VALUES (NEW.id, NEW.text, NEW.about_title, NEW.grams);
END;
CREATE TRIGGER notes_dropped AFTER DELETE ON notes BEGIN
    INSERT INTO note_words (note_words, rowid, text, about_title, grams)
    VALUES ('delete', OLD.id, OLD.text, OLD.about_title, OLD.grams);
END;
