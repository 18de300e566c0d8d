"""By what the same call is known when it comes through another relay. Conservative: rather twice than wrongly once."""

import re
from hashlib import blake2b

from arrowtui.model.call import Call, ContactKind

STEADY = (ContactKind.EMAIL, ContactKind.FORM, ContactKind.PHONE)
"""Ways to respond that a relay hands on unchanged; a direct message goes to whoever posted."""
FEWEST_WORDS = 4
_WORD = re.compile(r"\w{3,}")


def sign_of(call: Call) -> str:
    """A mark that only the same call has: where to respond, with the deadline or else who is wanted. "" for none.

    A contact alone is not enough (a reporter has several calls), nor is a deadline (many end on Friday at five).
    """
    contact = min((one.value.casefold() for one in call.contacts if one.kind in STEADY), default="")
    wanted = sorted(set(_WORD.findall((call.criteria or "").casefold())))
    if not contact:
        return ""
    if call.deadline is not None:
        said = call.deadline.at.isoformat()
    elif len(wanted) >= FEWEST_WORDS:
        said = " ".join(wanted)
    else:
        return ""
    return blake2b(f"{contact}\0{said}".encode(), digest_size=12).hexdigest()
