"""Reflection: templates, schedule, log, vault."""
