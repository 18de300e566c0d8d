"""What the adapter of Tumblr is made of."""
