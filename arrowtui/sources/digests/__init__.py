"""Letters that hold many queries: a profile for each letter, one splitter for all."""
