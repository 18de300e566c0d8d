"""Measures that matter: not how much was saved, but whether it was met again and used."""

from datetime import date

from msgspec import Struct


class Share(Struct, frozen=True):
    """Of so many begun in the week from `monday` on, how many came to it."""

    monday: date
    of: int
    came: int


class Measures(Struct, frozen=True):
    """By week, the oldest first; `tags` the most reflected on first; `forecast` how many notes are due a day.

    The first day of the forecast is today and holds what is overdue too, never more than is met a day: the rest fades.
    """

    looked_again: tuple[Share, ...]
    intentions: tuple[Share, ...]
    reflections: tuple[tuple[date, int], ...]
    tags: tuple[tuple[str, int], ...]
    forecast: tuple[tuple[date, int], ...]
