-- Nothing changes here: from this number on the raw parts of items may be packed by recipe 2, which an older arrowtui
-- cannot unpack. It refuses the store with a sentence instead of failing at the first item that is opened.
SELECT 1;
