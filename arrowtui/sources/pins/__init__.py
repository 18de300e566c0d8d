"""Pinterest: addresses, and what makes two pins the same."""
