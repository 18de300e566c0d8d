-- Suspected scams, of which there are few, are looked through before any link is opened; sources that gather answers,
-- of which there are fewer, whenever noise is listed or counted: answers are none.

CREATE INDEX calls_that_are_scams ON calls (item_id) WHERE is_scam;
CREATE INDEX subscriptions_that_gather ON subscriptions (id) WHERE gathers;
