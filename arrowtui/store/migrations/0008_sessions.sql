-- How far the person is with a chat session. What a session holds is worked out from its posts; this is hers.
CREATE TABLE session_marks (
    hashtag TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('watching', 'read', 'reflected')),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (hashtag, starts_at)
) STRICT, WITHOUT ROWID;
