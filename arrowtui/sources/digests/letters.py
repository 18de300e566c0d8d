"""Which letters are known, the most particular first."""

from arrowtui.sources.digests.haro import HARO
from arrowtui.sources.digests.numbered import NUMBERED_QUERIES
from arrowtui.sources.digests.profile import Profile
from arrowtui.sources.digests.qwoted import QWOTED
from arrowtui.sources.digests.source_of_sources import SOURCE_OF_SOURCES
from arrowtui.sources.digests.sourcebottle import SOURCEBOTTLE

PROFILES: tuple[Profile, ...] = (HARO, SOURCE_OF_SOURCES, SOURCEBOTTLE, QWOTED, NUMBERED_QUERIES)


def profiles_for(domain: str, subject: str) -> tuple[Profile, ...]:
    """The profiles a letter may follow, the likeliest first."""
    return tuple(profile for profile in PROFILES if profile.is_from(domain, subject))
