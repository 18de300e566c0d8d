"""What the `email` package is known to stumble with over mails that break its rules."""

from email.errors import MessageError

BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MessageError,
    RecursionError,
    TypeError,
    ValueError,
)
"""Addresses without an end, dates with a zone of 99 hours, parts in parts in parts. Caught around calls into `email`
alone, never around code of ours."""
