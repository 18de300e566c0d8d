"""Qwoted: one request a mail, its outlet and headline in the subject."""

import re

from arrowtui.sources.digests.profile import Profile

QWOTED = Profile(
    name="Qwoted",
    domains=("qwoted.com",),
    subject=re.compile(
        r"^(?!(?:re|fwd?|your|welcome|reminder)\b)(?P<outlet>[^:]{2,60}):\s+(?P<title>\S.*)$", re.IGNORECASE
    ),
    opens=(),
    is_single=True,
)
