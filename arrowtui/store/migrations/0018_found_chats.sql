-- Chats nobody follows yet, as they were last found in what was read. Worked out anew, all of them at once; lists are JSON.
CREATE TABLE found_chats (
    hashtag TEXT PRIMARY KEY,
    rrule TEXT NOT NULL,
    zone TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    moderators TEXT NOT NULL,
    places TEXT NOT NULL,
    sessions INTEGER NOT NULL,
    people INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Those the person does not want to be told of.
CREATE TABLE refused_chats (
    hashtag TEXT PRIMARY KEY,
    refused_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
