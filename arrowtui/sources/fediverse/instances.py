"""What a server says of itself: what it runs, who may read its timelines, where its streams are."""

import re
from urllib.parse import urlsplit

from arrowtui.model.errors_sources import NotForUs
from arrowtui.model.wire import Request
from arrowtui.sources.fediverse.addresses import Sort, netloc_of
from arrowtui.sources.fediverse.asking import Do, Step, ask
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.memory import Access, Info, Part, Server, Software
from arrowtui.sources.fediverse.shapes import Instance, decoded

FRESH_S = 24 * 3600
"""How long a description counts."""
UNSAID = (401, 403)
"""Servers that show even their description to their own people alone; then nothing is known of them."""
GOTOSOCIAL = re.compile(r"0\.\d+\.\d+")
COMBINING = {Software.MASTODON, Software.PLEROMA}
"""They understand any, all and none."""
HALVING = {Software.MASTODON, Software.PLEROMA, Software.OTHER}
"""They understand local and remote."""


def describe(step: Step, *, is_extra: bool = False) -> Request:
    """Ask a server for its description: version 2, the older one where that is unknown."""
    accepts = (*UNSAID, 404) if step.version == 2 else UNSAID
    return ask(step, f"/api/v{step.version}/instance", accepts=accepts, is_extra=is_extra)


def is_stale(server: Server, now: int) -> bool:
    return server.info is None or now - server.info.at > FRESH_S


def read_description(found: Gathering) -> None:
    """Remember what the server says of itself.

    Raises: UnreadableReply where it does not speak Mastodon's API at all.
    """
    server, said = found.server, decoded(found.reply.body, Instance)
    if found.reply.status in UNSAID:
        server.info = Info(found.now, domain=found.host)
    elif said is None or not (said.domain or said.uri):
        raise found.unreadable("a Mastodon API")
    else:
        server.info = info_of(said, found.base, found.now)
        server.part = Part.BOTH


def info_of(said: Instance, base: str, now: int) -> Info:
    """The description, read."""
    access = said.configuration.timelines_access if said.configuration else None
    feeds = access.hashtag_feeds if access else None
    return Info(
        at=now,
        software=software_of(said),
        domain=said.domain or netloc_of(said.uri or "") or said.uri or "",
        streaming=streaming_of(said, base),
        local=access_of(feeds.local if feeds else None),
        remote=access_of(feeds.remote if feeds else None),
    )


def software_of(said: Instance) -> Software:
    """What runs there; `version` and where the source code lies tell it."""
    version = said.version.lower()
    if "pleroma" in version or "akkoma" in version:
        return Software.PLEROMA
    if "snac" in version:
        return Software.SNAC
    if "gotosocial" in version or "gotosocial" in (said.source_url or "").lower() or GOTOSOCIAL.match(version):
        return Software.GOTOSOCIAL
    return Software.OTHER if "compatible;" in version else Software.MASTODON


def streaming_of(said: Instance, base: str) -> str:
    """The address of the streams as http or https; that of the server where it names none that is as safe."""
    named = (said.configuration.urls.streaming if said.configuration and said.configuration.urls else None) or (
        said.urls.streaming_api if said.urls else None
    )
    try:
        parts = urlsplit(named or "")
        place = f"{parts.netloc.rpartition('@')[2]}{parts.path.rstrip('/')}" if parts.hostname else ""
    except ValueError:
        place = ""
    is_safe = parts.scheme in ("wss", "https") if place else False
    if not place or (base.startswith("https:") and not is_safe):
        return base
    return f"{'https' if is_safe else 'http'}://{place}"


def access_of(said: str | None) -> Access:
    try:
        return Access(said or "")
    except ValueError:
        return Access.UNSAID


def check_open(found: Gathering) -> None:
    """Tell that a server has no hashtag timelines at all, instead of showing an empty list.

    Raises: NotForUs.
    """
    if found.target.sort is Sort.TAG and found.info.is_closed:
        raise NotForUs(found.host, "Its operator has switched hashtag timelines off.")


def half_shown(found: Gathering) -> None:
    """Say which half of a timeline the operator has switched off."""
    if Access.DISABLED is found.info.remote:
        found.notices.append(f"{found.host} shows only posts of its own people under hashtags.")
    elif Access.DISABLED is found.info.local:
        found.notices.append(f"{found.host} leaves out posts of its own people under hashtags.")


def instance_step(address: str, base: str, *, leads: bool = False) -> Step:
    return Step(Do.INSTANCE, address, base, leads)
