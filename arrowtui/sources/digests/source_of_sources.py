"""Source of Sources: the journalists' own addresses, the deadline in three parts."""

from types import MappingProxyType

from arrowtui.sources.digests.profile import LABELS, Profile

SOURCE_OF_SOURCES = Profile(
    name="Source of Sources",
    domains=("sourceofsources.com", "shankman.com"),
    labels=MappingProxyType(
        {
            **LABELS,
            "deadline date": "Deadline date",
            "deadline time": "Deadline time",
            "time zone": "Time zone",
            "muck rack url": "Muck Rack URL",
            "media website": "Media website",
        }
    ),
    deadline=("Deadline date", "Deadline time", "Time zone"),
)
