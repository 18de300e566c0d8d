"""Two headers that speak of time: how long a reply stays fresh, and how long to leave a server alone."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime

MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,12})", re.IGNORECASE)


def freshness_s(headers: Mapping[str, str], now: datetime) -> int | None:
    """Seconds the publisher lets a reply stay fresh: `Cache-Control: max-age`, else `Expires`; None where unsaid.

    Source: RFC 9111, sections 5.2 and 5.3. A value that cannot be read, or lies in the past, is none.
    """
    if found := MAX_AGE.search(headers.get("cache-control", "")):
        return int(found[1]) or None
    expires = http_date(headers.get("expires", ""))
    if expires is None:
        return None
    said_at = http_date(headers.get("date", "")) or now  # their clock against their clock
    return max(0, round((expires - said_at).total_seconds())) or None


def retry_after_s(headers: Mapping[str, str], now: datetime) -> int | None:
    """Seconds of `Retry-After`, given as seconds or as a date; None where unsaid or unreadable.

    Source: RFC 9110, section 10.2.3.
    """
    said = headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return int(said[:12])
    moment = http_date(said)
    return None if moment is None else max(0, round((moment - now).total_seconds()))


def http_date(text: str) -> datetime | None:
    """An HTTP date as an aware UTC instant; None when it is none."""
    if not text or not any(sign.isdigit() for sign in text):
        return None
    from email.utils import parsedate_to_datetime  # late: most replies carry no date we need

    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    try:
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except OverflowError:
        return None
