"""The rules every arrival passes: Draft to Item."""
