"""What the adapter of WordPress is made of."""
