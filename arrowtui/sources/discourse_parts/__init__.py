"""What the adapter of Discourse is made of."""
