"""Understanding web feeds of every make: bytes in, a Batch out."""
