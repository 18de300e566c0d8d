"""What the adapter of Reddit is made of."""
