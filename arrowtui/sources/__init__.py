"""Asking and understanding: one file per kind of source. No network, no clock."""
