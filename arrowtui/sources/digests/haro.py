"""HARO, Help a Reporter Out: three editions a day, an alias for each query."""

import re

from arrowtui.sources.digests.profile import UUID, Profile

HARO = Profile(
    name="HARO",
    domains=("helpareporter.com", "helpareporter.net", "featured.com"),
    ids=(UUID, re.compile(r"\b(query-[0-9a-z]+)@", re.IGNORECASE)),
)
