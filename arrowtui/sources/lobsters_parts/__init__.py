"""What the adapter of Lobsters is made of."""
