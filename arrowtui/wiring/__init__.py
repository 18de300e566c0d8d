"""The only place that joins real parts together. What one process does not need is not imported for it."""
