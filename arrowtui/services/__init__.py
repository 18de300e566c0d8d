"""What a person can do. Use cases, async, no Textual."""
