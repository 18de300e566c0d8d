"""How a kind of source wants to be treated: its own pace, and how close together its host may be asked."""

from msgspec import Struct

MINUTE_S, HOUR_S = 60, 3_600


class Manners(Struct, frozen=True):
    """All in seconds, from the platform's own rules.

    `normal_s` is the interval where nothing else is known, `floor_s` the shortest the person may set for a host that
    is not hers. `gap_s` must lie between two requests to one host. `live_s` is the interval while a chat is on.
    """

    normal_s: int = HOUR_S
    floor_s: int = 15 * MINUTE_S
    gap_s: int = 0
    live_s: int = MINUTE_S


USUAL = Manners()
"""Those of a web feed."""
