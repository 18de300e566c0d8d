"""What the adapter of Stack Exchange is made of."""
