"""What the adapters of large platforms share: options, JSON read piece by piece, posts as bodies, bridges."""
