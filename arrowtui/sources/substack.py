"""Substack: the feed of a publication. What only subscribers who pay may read is there as its beginning."""

import re
from collections.abc import Sequence

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_sources import NotForUs, NotOffered, UnfitAddress
from arrowtui.model.manners import MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import Batch, Draft, Reply
from arrowtui.sources.place import Place, place_of
from arrowtui.sources.platform_feed import PlatformFeed
from arrowtui.sources.social.given import Options, base

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
NOT_PUBLICATIONS = re.compile("www|open|api|support|on|cdn|email|reader|api-staging|static|get")
PREVIEW = re.compile(r'\s*<p>\s*<a href="[^"<>]*"[^<>]*>\s*Read more\s*</a>\s*</p>\s*$', re.IGNORECASE)
"""How the feed ends what only paying subscribers may read on."""
LEFT_OUT = "Notes, chats and paid text do not come by feed; paid posts come by mail, to subscribers."
BLOCKED = "Substack turns away programs from some networks. Subscribe by mail and read the letters here."


class Substack(PlatformFeed):
    """About twenty posts."""

    kind = "substack"
    manners = Manners(floor_s=30 * MINUTE_S, gap_s=1)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """`name.substack.com`, its posts, links of the app; a profile is recognised and refused in words."""
        place = place_of(typed)
        if place is None or not place.is_at("substack.com"):
            return ()
        name = _publication(place)
        if name:
            wish = Wish(self.kind, f"https://{name}.substack.com/")
            return (Recognised(wish, f"the newsletter {name} on Substack", hint=LEFT_OUT),)
        profile = _profile(place)
        return (Recognised(Wish(self.kind, profile), "a profile on Substack"),) if profile else ()

    def feed_of(self, address: str, options: Options) -> str:
        """`/feed` of the publication, also under a domain of its own. Raises: UnfitAddress, NotOffered."""
        place = place_of(address)
        if place is None:
            raise UnfitAddress(self.kind, address)
        if _profile(place):
            raise NotOffered("Substack", "profiles and notes", "the newsletter's own address, name.substack.com")
        return f"{base(options, place.origin)}/feed"

    def read(self, reply: Reply, options: Options, memory: str) -> Batch:
        """Says how many posts are there as beginnings only. Raises: UnreadableReply."""
        batch = super().read(reply, options, memory)
        previews = sum(1 for draft in batch.drafts if draft.body and PREVIEW.search(draft.body.text))
        if not previews:
            return batch
        said = f"{previews} of {len(batch.drafts)} posts are for paying subscribers: only their beginning is here."
        return replace(batch, notices=(f"{said} The whole text comes by mail to who pays.",))

    def touched(self, draft: Draft) -> Draft:
        """Where its comments are read."""
        return replace(draft, comments_link=f"{draft.link}/comments" if draft.link else None)

    def refused(self, reply: Reply) -> FetchError | None:
        """403 is its guard against programs, mostly."""
        return NotForUs("Substack", BLOCKED) if reply.status == 403 else None


def _publication(place: Place) -> str:
    """The name of the publication an address belongs to, empty for none."""
    if place.host == "open.substack.com" and place.parts[:1] == ("pub",) and len(place.parts) > 1:
        return place.parts[1] if NAME.fullmatch(place.parts[1]) else ""
    name = place.host.removesuffix(".substack.com")
    return name if NAME.fullmatch(name) and not NOT_PUBLICATIONS.fullmatch(name) else ""


def _profile(place: Place) -> str:
    """The address of a profile, empty for anything else."""
    is_profile = place.host == "substack.com" and place.parts[:1] and place.parts[0].startswith("@")
    return f"https://substack.com/{place.parts[0]}" if is_profile else ""
