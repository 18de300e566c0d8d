"""What the adapter of Hacker News is made of."""
