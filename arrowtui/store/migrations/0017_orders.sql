-- In which order each list stands, as it was left: a tab, or the board of calls.
CREATE TABLE orders (
    list TEXT PRIMARY KEY,
    stands TEXT NOT NULL
) STRICT, WITHOUT ROWID;
