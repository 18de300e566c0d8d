"""The zone this machine's clock stands in."""

import os
from pathlib import Path
from zoneinfo import available_timezones

LINK = Path("/etc/localtime")


def own_zone(link: Path = LINK) -> str:
    """Its IANA name, as TZ or the system's link says; UTC where neither does."""
    found = os.environ.get("TZ", "").removeprefix(":")
    if not found and link.exists():
        found = str(link.resolve()).partition("zoneinfo/")[2]
    return found if found in available_timezones() else "UTC"
