"""How often a publisher wants to be asked, and when not."""

from arrowtui.sources.feeds.parts import Parts

PERIODS_S = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
LONGEST_S = PERIODS_S["yearly"]
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def asked_interval_s(head: Parts) -> int | None:
    """Seconds between two polls as `ttl` (minutes) or the syndication module wish; the longer of both."""
    wishes = [wish for wish in (_ttl_s(head), _period_s(head)) if wish]
    return min(max(wishes), LONGEST_S) if wishes else None


def skipped_hours(head: Parts) -> frozenset[int]:
    """Hours GMT, 0 to 23, in which not to ask; 24 is midnight. All of them means none."""
    hours = frozenset(int(text) % 24 for text in _listed(head, "rss:skiphours") if text.isdecimal() and int(text) <= 24)
    return hours if len(hours) < 24 else frozenset()


def skipped_days(head: Parts) -> frozenset[int]:
    """Weekdays, 0 is Monday, on which not to ask. All of them means none."""
    days = frozenset(DAYS.index(text.lower()) for text in _listed(head, "rss:skipdays") if text.lower() in DAYS)
    return days if len(days) < 7 else frozenset()


def _listed(head: Parts, name: str) -> list[str]:
    return [(child.text or "").strip()[:20] for element in head.all(name) for child in element]


def _ttl_s(head: Parts) -> int | None:
    text = head.text("rss:ttl") or ""
    return int(text) * 60 if text.isdecimal() and len(text) < 10 else None


def _period_s(head: Parts) -> int | None:
    """The period alone means once in it; the frequency how often."""
    period = PERIODS_S.get((head.text("sy:updateperiod") or "").lower())
    if period is None:
        return None
    times = head.text("sy:updatefrequency") or "1"
    return period // max(1, int(times)) if times.isdecimal() and len(times) < 6 else period
