"""The API of X, version 2: addresses, wire shapes in both dialects, prices."""
