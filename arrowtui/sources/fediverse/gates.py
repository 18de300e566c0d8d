"""A timeline that is not for everybody: perhaps one half of it is."""

from arrowtui.model.errors_sources import TokenNeeded, TokenRefused
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.instances import HALVING
from arrowtui.sources.fediverse.memory import Access, Part
from arrowtui.sources.fediverse.refusals import refused
from arrowtui.sources.fediverse.timelines import other_half

TRY_BOTH_S = 3600
"""How often the whole timeline is asked for again where only half of it was given."""
SHOWN = {Part.LOCAL: "its own people's posts", Part.REMOTE: "posts from elsewhere"}


def closed(found: Gathering) -> None:
    """The timeline was refused: ask for the half that is open to all, or tell what is needed.

    Raises: TokenNeeded, TokenRefused, NotForUs.
    """
    error = refused(found.reply) or TokenNeeded(found.host, f"mastodon:{found.host}")
    half = _open_half(found)
    if half and not isinstance(error, TokenRefused):
        found.server.part, found.server.part_at = half, found.now
        other_half(found, half)
        return
    found.server.part = Part.BOTH
    raise error


def _open_half(found: Gathering) -> Part:
    """The half that may be open: as the server says, its own people's posts where it says nothing."""
    info = found.info
    if found.step.part or info.software not in HALVING:
        return Part.BOTH
    if info.local in (Access.PUBLIC, Access.UNSAID):
        return Part.LOCAL
    return Part.REMOTE if info.remote is Access.PUBLIC else Part.BOTH


def tell_half(found: Gathering) -> None:
    """Say that only one half is shown; now and then the whole is asked for again."""
    server = found.server
    if not found.step.part:
        return
    found.notices.append(
        f"{found.host} shows outsiders only {SHOWN[found.step.part]} under hashtags; "
        f"all with an account there: `arrowtui login mastodon:{found.host}`."
    )
    if found.now - server.part_at > TRY_BOTH_S:
        server.part = Part.BOTH
