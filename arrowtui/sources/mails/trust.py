"""Whether the receiving server could verify who sent a mail. Source: RFC 8601.

Only the topmost `Authentication-Results` counts: the person's own server put it there, everything below came with the
mail and may be forged.
"""

import re
from email.message import Message

from arrowtui.sources.mails.headers import header

RESULT = re.compile(r"\b(dmarc|dkim|spf)\s*=\s*(\w+)", re.IGNORECASE)


def is_forged(mail: Message) -> bool:
    """Whether the server says that the sender is not who the mail says. False where it says nothing."""
    found: dict[str, set[str]] = {}
    for method, result in RESULT.findall(header(mail, "Authentication-Results")):
        found.setdefault(method.lower(), set()).add(result.lower())
    if "dmarc" in found:
        return "fail" in found["dmarc"]
    return "dkim" in found and "spf" in found and "pass" not in found["dkim"] | found["spf"]
