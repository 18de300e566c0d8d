-- Notes in files and on several machines. A note and a layer have a name (uid) that is the same everywhere; the first layer
-- bears the name of its note. Names are given by triggers, so that whoever makes a note need not know of them.
ALTER TABLE notes ADD COLUMN uid TEXT;
-- The key of the item it stands beside, as long as that item was not met here.
ALTER TABLE notes ADD COLUMN wanted_item TEXT;
ALTER TABLE note_layers ADD COLUMN uid TEXT;
-- The layer that was written at the same time and says it otherwise, until the person has chosen;
-- rival_is_here: this layer is what was written on this machine.
ALTER TABLE note_layers ADD COLUMN rival TEXT;
ALTER TABLE note_layers ADD COLUMN rival_is_here INTEGER NOT NULL DEFAULT 0;

-- From when they were made, so that a store that was copied to another machine gives the same names there.
UPDATE notes SET uid = printf('%012x%04x', created_at, id % 65536);
UPDATE note_layers SET uid = coalesce(
    (
        SELECT notes.uid FROM notes WHERE notes.id = note_layers.note_id
        AND note_layers.id = (SELECT min(first.id) FROM note_layers AS first WHERE first.note_id = note_layers.note_id)
    ),
    printf('%012x%04x', begun_at, id % 65536)
);
CREATE UNIQUE INDEX notes_by_uid ON notes (uid);
CREATE UNIQUE INDEX note_layers_by_uid ON note_layers (uid);
CREATE INDEX notes_wanting_items ON notes (wanted_item) WHERE wanted_item IS NOT NULL;
CREATE INDEX note_layers_rival ON note_layers (note_id) WHERE rival IS NOT NULL;
CREATE TRIGGER notes_named AFTER INSERT ON notes WHEN NEW.uid IS NULL BEGIN
    UPDATE notes SET uid = lower(hex(randomblob(8))) WHERE id = NEW.id;
END;
CREATE TRIGGER layers_named AFTER INSERT ON note_layers WHEN NEW.uid IS NULL BEGIN
    UPDATE note_layers SET uid = coalesce(
        (
            SELECT notes.uid FROM notes WHERE notes.id = NEW.note_id
            AND NOT EXISTS (SELECT 1 FROM note_layers WHERE note_id = NEW.note_id AND id <> NEW.id)
        ),
        lower(hex(randomblob(8)))
    ) WHERE id = NEW.id;
END;

-- The files of the vault as they were last seen or written. Paths are relative to its folder, parts joined by "/".
CREATE TABLE vault_files (
    path TEXT PRIMARY KEY,
    note_id INTEGER REFERENCES notes (id),  -- none: not a note of ours, left as it is
    digest BLOB NOT NULL,
    size INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    base TEXT NOT NULL DEFAULT '',          -- what file and store agreed on (JSON)
    state TEXT NOT NULL DEFAULT 'there',    -- there, gone (deleted outside), left (she wants it so), wanted (again)
    trouble TEXT                            -- why it cannot be read
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX vault_files_by_note ON vault_files (note_id) WHERE note_id IS NOT NULL;
CREATE INDEX vault_files_asking ON vault_files (path) WHERE state = 'gone' OR trouble IS NOT NULL;

-- The folder these files lie in, and how sending them to other machines went.
CREATE TABLE vault_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    folder TEXT NOT NULL DEFAULT '',
    synced_at INTEGER,
    sent_at INTEGER,
    trouble_name TEXT,
    trouble_headline TEXT,
    trouble_hint TEXT
) STRICT;
INSERT INTO vault_state (id) VALUES (1);

-- Notes that changed here since their file was written, counted: a change during the writing is not forgotten.
CREATE TABLE vault_waiting (
    note_id INTEGER PRIMARY KEY,
    times INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO vault_waiting (note_id) SELECT id FROM notes WHERE layers > 0;
CREATE TRIGGER vault_note_changed AFTER UPDATE OF changed_at, deleted_at, layers ON notes BEGIN
    INSERT INTO vault_waiting (note_id) VALUES (NEW.id) ON CONFLICT DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER vault_layer_made AFTER INSERT ON note_layers BEGIN
    INSERT INTO vault_waiting (note_id) VALUES (NEW.note_id) ON CONFLICT DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER vault_layer_changed AFTER UPDATE OF text, deleted_at, rival ON note_layers BEGIN
    INSERT INTO vault_waiting (note_id) VALUES (NEW.note_id) ON CONFLICT DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER vault_tag_added AFTER INSERT ON note_tags BEGIN
    INSERT INTO vault_waiting (note_id) VALUES (NEW.note_id) ON CONFLICT DO UPDATE SET times = times + 1;
END;
CREATE TRIGGER vault_tag_removed AFTER DELETE ON note_tags BEGIN
    INSERT INTO vault_waiting (note_id) VALUES (OLD.note_id) ON CONFLICT DO UPDATE SET times = times + 1;
END;

-- What was taken in from other programs, by what it is there: it is not taken in twice. `digest` is what it said then.
CREATE TABLE imported (
    key TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    digest BLOB
) STRICT, WITHOUT ROWID;
