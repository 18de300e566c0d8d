-- Suspected scams, of which there are few: looked through before any link is opened.

CREATE INDEX calls_that_are_scams ON calls (item_id) WHERE is_scam;
