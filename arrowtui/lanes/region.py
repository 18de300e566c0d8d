"""Where a post was probably written, as far as it matters: whether 3/12 is the twelfth of March."""

import re
from datetime import datetime, timedelta

NORTH_AMERICAN = re.compile(
    r"\b(?:ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|Eastern|Pacific)\b|\bU\.?S\.?(?:A\.?)?\b"
    r"|\b\(?[2-9]\d\d\)?[ -]\d{3}-\d{4}\b|(?<!\w)\$\d"
    r"|\b(?:color|favorite|neighbor\w*|organiz\w+|Canada|Canadian|Ontario|California|Texas|Ohio|Illinois"
    r"|Florida|New York|Boston|Chicago)\b"
)
ELSEWHERE = re.compile(
    r"£\d|€|\b(?:UK|BST|GMT|NHS|colour|favourite|neighbour\w*|organis\w+|council|Australia|AEST|AEDT|NSW"
    r"|Ireland|für|und|para|pour|voor|het|que|der)\b"
)
WEST, EAST = timedelta(hours=-10), timedelta(hours=-4)


def writes_month_first(text: str, posted_at: datetime) -> bool:
    """Whether numbers like 3/12 are month and day here: by the offset of the post, else by its words."""
    offset = posted_at.utcoffset() or timedelta()
    if ELSEWHERE.search(text):
        return False
    if WEST <= offset <= EAST:
        return True
    return not offset and NORTH_AMERICAN.search(text) is not None
