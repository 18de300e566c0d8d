"""Which tab, and what that tab knows. Pure functions."""
