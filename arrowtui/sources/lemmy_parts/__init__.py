"""What the adapter of Lemmy is made of."""
