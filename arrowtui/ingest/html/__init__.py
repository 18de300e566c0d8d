"""HTML as feeds, platforms and newsletters write it -> a clean document."""
