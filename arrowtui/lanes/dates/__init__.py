"""Dates and hours as people write them in six languages: found in a text, and resolved to an instant."""
