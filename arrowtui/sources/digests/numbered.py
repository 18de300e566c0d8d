"""Any other letter that numbers its queries or calls them out, whoever sends it: a forwarded one, a new service."""

import re

from arrowtui.sources.digests.profile import UUID, Profile

NUMBERED_QUERIES = Profile(
    name="numbered queries",
    opens=(
        re.compile(r"\s*\d{1,3}(?:\.\d{1,3})?\s?[).]\s*summary\s*:\s*(?P<title>.*)", re.IGNORECASE),
        re.compile(r"\s*call[ -]?out\s*:\s*(?P<title>.*)", re.IGNORECASE),
    ),
    hints=("summary", "call out", "call-out", "callout"),
    least=2,
    ids=(UUID,),
)
