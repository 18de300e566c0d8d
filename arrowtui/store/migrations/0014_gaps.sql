-- Stretches of time of which a source could not give everything: what a session that fell into one is told with.
CREATE TABLE gaps (
    id INTEGER PRIMARY KEY,
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id),
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (subscription_id, until)
) STRICT;
