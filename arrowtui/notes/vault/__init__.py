"""The vault: notes as Markdown files, two ways. Pure: bytes and nouns in, bytes and nouns out."""
