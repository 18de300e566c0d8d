-- Notes about anything, in dated layers, met again. A note is a head (what it is about) and its layers (what was thought,
-- each time anew); text, versions and words belong to a layer. The one text every note had becomes its first layer, under
-- the same number, so that drafts and the undo log of before still fit.
DROP TRIGGER notes_made;
DROP TRIGGER notes_changed;
DROP TRIGGER notes_dropped;
DROP TABLE note_words;
DROP INDEX notes_by_change;

CREATE TABLE note_layers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id INTEGER NOT NULL REFERENCES notes (id),
    text TEXT NOT NULL DEFAULT '',
    grams TEXT,
    begun_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;
INSERT INTO note_layers (id, note_id, text, grams, begun_at, changed_at)
SELECT id, id, text, grams, created_at, changed_at FROM notes;
CREATE INDEX note_layers_by_note ON note_layers (note_id, id) WHERE deleted_at IS NULL;

CREATE TABLE layer_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    layer_id INTEGER NOT NULL REFERENCES note_layers (id),
    text TEXT NOT NULL,
    written_at INTEGER NOT NULL
) STRICT;
INSERT INTO layer_versions (id, layer_id, text, written_at) SELECT id, note_id, text, written_at FROM note_versions;
CREATE INDEX layer_versions_by_layer ON layer_versions (layer_id, id);
DROP TABLE note_versions;

ALTER TABLE notes DROP COLUMN text;
ALTER TABLE notes DROP COLUMN grams;
-- What it is about; the key is opaque. item_id stays the item beside which it stands, whatever it is about there.
ALTER TABLE notes ADD COLUMN subject_kind TEXT NOT NULL DEFAULT 'alone';
ALTER TABLE notes ADD COLUMN subject_key TEXT NOT NULL DEFAULT '';
ALTER TABLE notes ADD COLUMN about_author TEXT;
ALTER TABLE notes ADD COLUMN title TEXT NOT NULL DEFAULT '';       -- its first words, by which [[links]] find it
ALTER TABLE notes ADD COLUMN layers INTEGER NOT NULL DEFAULT 0;    -- how many are written; kept by triggers
UPDATE notes SET subject_kind = 'item', subject_key = CAST(item_id AS TEXT) WHERE item_id IS NOT NULL;
UPDATE notes SET layers = (SELECT count(*) FROM note_layers WHERE note_id = notes.id AND text <> '');
UPDATE notes SET about_author = (
    SELECT items.author FROM marks JOIN items ON items.serial = marks.serial WHERE marks.item_id = notes.item_id
);
-- Roughly, until the note is written next: the first line without the marks of a heading or list.
UPDATE notes SET title = (
    SELECT trim(substr(line, 1, CASE instr(line, char(10)) WHEN 0 THEN 80 ELSE min(instr(line, char(10)) - 1, 80) END))
    FROM (
        SELECT ltrim(text, '#>*-+ ' || char(9) || char(10)) AS line FROM note_layers WHERE note_layers.id = notes.id
    )
);
CREATE INDEX notes_by_change ON notes (changed_at, id) WHERE deleted_at IS NULL AND layers > 0;
CREATE INDEX notes_by_subject ON notes (subject_kind, subject_key, id) WHERE deleted_at IS NULL;
CREATE INDEX notes_by_title ON notes (title COLLATE NOCASE) WHERE deleted_at IS NULL AND layers > 0;
CREATE INDEX notes_by_link ON notes (about_link) WHERE deleted_at IS NULL AND layers > 0;
CREATE INDEX notes_by_author ON notes (about_author) WHERE deleted_at IS NULL AND layers > 0;
CREATE INDEX notes_by_creation ON notes (created_at) WHERE deleted_at IS NULL AND layers > 0;

CREATE TRIGGER layers_counted AFTER UPDATE OF text, deleted_at ON note_layers
WHEN (NEW.text <> '' AND NEW.deleted_at IS NULL) <> (OLD.text <> '' AND OLD.deleted_at IS NULL) BEGIN
    UPDATE notes SET layers = layers + CASE WHEN NEW.text <> '' AND NEW.deleted_at IS NULL THEN 1 ELSE -1 END
    WHERE id = NEW.note_id;
END;

-- The words of all layers, and of the title of what the note is about (which never changes).
CREATE VIEW note_texts AS
    SELECT note_layers.id AS id, note_layers.text AS text, notes.about_title AS about_title, note_layers.grams AS grams
    FROM note_layers JOIN notes ON notes.id = note_layers.note_id;
CREATE VIRTUAL TABLE note_words USING fts5 (
    text, about_title, grams, content = 'note_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO note_words (rowid, text, about_title, grams) SELECT id, text, about_title, grams FROM note_texts;
CREATE TRIGGER layers_made AFTER INSERT ON note_layers BEGIN
    INSERT INTO note_words (rowid, text, about_title, grams)
    SELECT id, text, about_title, grams FROM note_texts WHERE id = NEW.id;
    UPDATE notes SET layers = layers + 1 WHERE id = NEW.note_id AND NEW.text <> '' AND NEW.deleted_at IS NULL;
END;
CREATE TRIGGER layers_changed AFTER UPDATE OF text, grams ON note_layers BEGIN
    INSERT INTO note_words (note_words, rowid, text, about_title, grams)
    VALUES ('delete', OLD.id, OLD.text, (SELECT about_title FROM notes WHERE id = OLD.note_id), OLD.grams);
    INSERT INTO note_words (rowid, text, about_title, grams)
    VALUES (NEW.id, NEW.text, (SELECT about_title FROM notes WHERE id = NEW.note_id), NEW.grams);
END;

CREATE TABLE note_tags (
    note_id INTEGER NOT NULL REFERENCES notes (id),
    tag TEXT NOT NULL,
    PRIMARY KEY (note_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_tags_by_tag ON note_tags (tag, note_id);

-- The [[links]] of each layer as it is written: to a note, to an item, or (`wanted`) to a title nothing has yet.
CREATE TABLE note_links (
    layer_id INTEGER NOT NULL REFERENCES note_layers (id),
    place INTEGER NOT NULL,
    to_note INTEGER,
    to_item INTEGER,
    wanted TEXT,
    PRIMARY KEY (layer_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_links_to_note ON note_links (to_note) WHERE to_note IS NOT NULL;
CREATE INDEX note_links_to_item ON note_links (to_item) WHERE to_item IS NOT NULL;
CREATE INDEX note_links_wanted ON note_links (wanted COLLATE NOCASE) WHERE wanted IS NOT NULL;

-- When a note is to be met again (FSRS: stability in days, difficulty 1 to 10). A row from its first words on.
CREATE TABLE schedules (
    note_id INTEGER PRIMARY KEY REFERENCES notes (id),
    due_at INTEGER NOT NULL,
    stability REAL,
    difficulty REAL,
    reviewed_at INTEGER,
    let_go_at INTEGER
) STRICT;
CREATE INDEX schedules_due ON schedules (due_at, note_id) WHERE let_go_at IS NULL;
INSERT INTO schedules (note_id, due_at)
SELECT id, changed_at + (2 + id % 6) * 86400000 FROM notes WHERE layers > 0;

CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id INTEGER NOT NULL REFERENCES notes (id),
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX reviews_by_time ON reviews (at) WHERE undone_at IS NULL;
CREATE INDEX reviews_by_note ON reviews (note_id, at) WHERE undone_at IS NULL;

-- What she means to do: a line of a layer. `gone_at`: the line is no longer in the text.
CREATE TABLE intentions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id INTEGER NOT NULL REFERENCES notes (id),
    layer_id INTEGER NOT NULL REFERENCES note_layers (id),
    words TEXT NOT NULL,
    day TEXT,
    made_at INTEGER NOT NULL,
    is_ticked INTEGER NOT NULL DEFAULT 0,  -- its box in the text
    done_at INTEGER,
    let_go_at INTEGER,
    gone_at INTEGER
) STRICT;
CREATE INDEX intentions_by_layer ON intentions (layer_id);
CREATE INDEX intentions_open ON intentions (day, id)
WHERE day IS NOT NULL AND done_at IS NULL AND let_go_at IS NULL AND gone_at IS NULL;
CREATE INDEX intentions_done ON intentions (done_at) WHERE done_at IS NOT NULL;

-- What happened to the thing a note is about, until the note was met again.
CREATE TABLE note_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    note_id INTEGER NOT NULL REFERENCES notes (id),
    kind TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    seen_at INTEGER
) STRICT;
CREATE UNIQUE INDEX note_events_unseen ON note_events (note_id, kind) WHERE seen_at IS NULL;
CREATE TRIGGER marks_edited AFTER UPDATE OF edition ON marks WHEN NEW.edition > OLD.edition BEGIN
    INSERT OR IGNORE INTO note_events (note_id, kind)
    SELECT id, 'edited' FROM notes WHERE item_id = NEW.item_id AND deleted_at IS NULL AND layers > 0;
END;
CREATE TRIGGER marks_emptied AFTER UPDATE OF serial ON marks WHEN NEW.serial IS NULL AND OLD.serial IS NOT NULL BEGIN
    INSERT OR IGNORE INTO note_events (note_id, kind)
    SELECT id, 'gone' FROM notes WHERE item_id = NEW.item_id AND deleted_at IS NULL AND layers > 0;
END;

-- When a kept item was opened again after the day it was kept on.
CREATE TABLE looks (
    item_id INTEGER PRIMARY KEY,
    looked_at INTEGER NOT NULL,
    times INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What is worth a reflection and waits quietly to be taken up: a chat that wrapped, a call that closed, the review hour.
CREATE TABLE offers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    item_id INTEGER,
    words TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    made_at INTEGER NOT NULL,
    answered_at INTEGER,
    UNIQUE (kind, subject_kind, subject_key)
) STRICT;
CREATE INDEX offers_open ON offers (made_at) WHERE answered_at IS NULL;
