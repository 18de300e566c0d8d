"""What the adapter of YouTube is made of."""
