"""Pages of hashtag and account timelines: newest first at the beginning, upwards from the cursor afterwards.

Nothing between two polls is skipped: `min_id` pages upwards from the last post seen, however much has come since.
Only ids are taken from a `Link` header, never the address: it may name another host, and Mastodon leaves any, all and
none out of it.
"""

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from msgspec import Raw, Struct
from msgspec.structs import replace

from arrowtui.model.wire import Request
from arrowtui.sources.fediverse.addresses import Target, Wanted
from arrowtui.sources.fediverse.asking import CLOSED, GONE, LIMIT, Mode, Step, ask, segment
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.instances import COMBINING
from arrowtui.sources.fediverse.memory import Cursor, Info, Memory, Part, Server, Software
from arrowtui.sources.fediverse.shapes import Status, decoded, statuses
from arrowtui.sources.fediverse.tags import folded
from arrowtui.sources.fediverse.times import moment, seconds

ACCOUNT = "@"
"""The key of an account's timeline."""
A_LIST = 4
"""Tags Mastodon reads of each list; the path's own counts among `any`."""
MOST_LISTINGS = 8
MOST_PAGES = 15
"""Pages of one listing in a round: 600 posts. What is left comes in the next."""
FIRST_LOOK_S = 24 * 3600
"""How far back the first look goes on from page to page: a chat of today is had from its beginning."""
LOOK_AGAIN_S = 14 * 60
"""How often the newest page is read once more, for edits and deletions."""
LOOK_FOR_REPLIES_S = 50
"""The same where threads are followed: it tells which posts have got replies."""
LINK = re.compile(r"<([^<>]*)>\s*;[^,<]*\brel=\"?(next|prev)\b", re.IGNORECASE)


class Listing(Struct, frozen=True):
    """One hashtag timeline: the tag of the path, and the lists that go along where the server understands them."""

    tag: str
    any: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return "+".join(map(folded, (self.tag, *self.any)))


def listings(target: Target, wanted: Wanted, info: Info | None) -> list[Listing]:
    """The timelines that together show every tag asked for; each is sifted again when it comes."""
    by_form: dict[str, str] = {}
    for tag in (target.name, *wanted.any):
        by_form.setdefault(folded(tag), tag)
    tags = list(by_form.values())
    if info is None or info.software not in COMBINING:
        return [Listing(tag) for tag in tags][:MOST_LISTINGS]
    fours = [tags[start : start + A_LIST] for start in range(0, len(tags), A_LIST)]
    every, none = wanted.every[:A_LIST], wanted.none[:A_LIST]
    return [Listing(four[0], tuple(four[1:]), every, none) for four in fours][:MOST_LISTINGS]


def tag_page(step: Step, listing: Listing, server: Server, after: str = "", *, is_extra: bool = False) -> Request:
    """A page of a hashtag timeline: from the cursor upwards unless the step says otherwise."""
    step, place = _placed(step, server, after)
    lists = [
        *(("any[]", tag) for tag in listing.any),
        *(("all[]", tag) for tag in listing.every),
        *(("none[]", tag) for tag in listing.none),
    ]
    half = [(step.part.value, "true")] if step.part else []
    path = f"/api/v1/timelines/tag/{segment(listing.tag)}"
    return ask(step, path, [*lists, *half, *place], CLOSED, is_extra=is_extra)


def account_page(step: Step, target: Target, wanted: Wanted, memory: Memory, after: str = "") -> Request:
    """A page of what an account has posted."""
    step, place = _placed(step, memory.server(step.base), after)
    without = [
        *((("exclude_replies", "true"),) if not wanted.replies else ()),
        *((("exclude_reblogs", "true"),) if not wanted.boosts else ()),
        *((("tagged", target.tagged),) if target.tagged else ()),
    ]
    account = memory.account.id if memory.account else ""
    return ask(step, f"/api/v1/accounts/{segment(account)}/statuses", [*without, *place], GONE)


def _placed(step: Step, server: Server, after: str) -> tuple[Step, list[tuple[str, str]]]:
    """Where a page begins. A page 0 of unsaid mode becomes what the cursor makes of it."""
    cursor = server.cursors.get(step.key, Cursor())
    if step.page == 0 and step.mode is Mode.NEWEST and cursor.newest:
        is_deaf = cursor.is_deaf or (server.info is not None and server.info.software is Software.SNAC)
        step = replace(step, mode=Mode.DOWN if is_deaf else Mode.UP)
    limit = ("limit", str(LIMIT))
    if step.mode is Mode.UP:
        return step, [("min_id", after or cursor.newest), limit]
    return step, [("max_id", after), limit] if after else [limit]


def read_page(found: Gathering, page: Sequence[Status], meant: Sequence[Status]) -> bool:
    """Take a page in: the posts that are meant, and how far it brings us. Returns: whether another is asked for."""
    step, server = found.step, found.server
    cursor = server.cursors.setdefault(step.key, Cursor())
    ids = [str(one.id) for one in page]
    before = {one.id for one in server.known.values()} & set(ids)
    if step.mode is Mode.UP and cursor.newest in ids:
        cursor.is_deaf = True  # it sent what it was not asked for, so it may have left out what it was asked for
    links = links_of(found.reply.headers.get("link", ""))
    if step.mode is Mode.UP or step.page == 0:
        newest = links.get("prev") or (ids[0] if ids else "")
        cursor.newest = newest if newest and step.mode is not Mode.AGAIN else cursor.newest
    if step.page == 0 and step.mode in (Mode.NEWEST, Mode.DOWN, Mode.AGAIN):
        cursor.looked_at = found.now
    found.take(meant, step.key)
    if step.page + 1 < MOST_PAGES and len(page) * 2 >= LIMIT and _goes_on(found, page, bool(before)):
        up = step.mode is Mode.UP and not cursor.is_deaf
        after = cursor.newest if up else links.get("next") or ids[-1]
        mode = {Mode.NEWEST: Mode.OLDER, Mode.UP: Mode.UP if up else Mode.DOWN}.get(step.mode, step.mode)
        return _ask_again(found, replace(step, mode=mode, page=step.page + 1, leads=False), after)
    if step.page + 1 >= MOST_PAGES and len(page) * 2 >= LIMIT and _goes_on(found, page, bool(before)):
        _break_off(found)
    return False


def _break_off(found: Gathering) -> None:
    """More is there than one round may read. Upwards the next round goes on; downwards it is lost."""
    if found.step.mode is Mode.UP:
        found.has_more = True
    elif found.step.mode is Mode.DOWN:
        found.missed.append(f"More came at {found.host} than can be read at once; some of it was missed.")
    else:
        found.missed.append(f"Only the newest {MOST_PAGES * LIMIT} posts of {found.host} were read at the first look.")


def _goes_on(found: Gathering, page: Sequence[Status], reaches_known: bool) -> bool:
    match found.step.mode:
        case Mode.UP:
            return not (found.server.cursors[found.step.key].is_deaf and reaches_known)
        case Mode.DOWN:
            return not reaches_known
        case Mode.NEWEST | Mode.OLDER:
            return found.now - min(seconds(moment(one.created_at)) for one in page) < FIRST_LOOK_S
    return False


def look_again(found: Gathering) -> None:
    """After the last page upwards: ask for the newest page once more where it is time."""
    cursor = found.server.cursors.get(found.step.key, Cursor())
    every_s = LOOK_FOR_REPLIES_S if found.wanted.threads else LOOK_AGAIN_S
    if found.step.mode is Mode.UP and found.now - cursor.looked_at >= every_s:
        _ask_again(found, replace(found.step, mode=Mode.AGAIN, page=0, leads=False))


def _ask_again(found: Gathering, step: Step, after: str = "") -> bool:
    """Ask for another page of the same listing; whether there still is such a listing."""
    if step.key == ACCOUNT:
        found.follow.append(account_page(step, found.target, found.wanted, found.memory, after))
        return True
    same = (one for one in listings(found.target, found.wanted, found.server.info) if one.key == step.key)
    requests = [tag_page(step, one, found.server, after, is_extra=not found.is_main) for one in same]
    found.follow += requests
    return bool(requests)


def other_half(found: Gathering, part: Part) -> None:
    """Ask the same page of one half of the timeline alone."""
    _ask_again(found, replace(found.step, part=part, page=0, mode=Mode.NEWEST))


def page_of(found: Gathering) -> list[Status]:
    """The posts of a listing.

    Raises: UnreadableReply where it is none; posts that are damaged are left out, which is told.
    """
    raw = decoded(found.reply.body, list[Raw])
    if raw is None:
        raise found.unreadable("a list of posts")
    page, damaged = statuses(raw)
    if damaged and not page:
        raise found.unreadable("a list of posts")
    if damaged:
        found.notices.append(f"{damaged} of {len(raw)} posts of {found.host} could not be read.")
    return page


def links_of(header: str) -> dict[str, str]:
    """The ids a `Link` header names: `next` goes on to older posts, `prev` to newer ones."""
    found: dict[str, str] = {}
    for address, relation in LINK.findall(header):
        try:
            query = parse_qs(urlsplit(address).query)
        except ValueError:
            continue
        name = "max_id" if relation.lower() == "next" else "min_id"
        if said := query.get(name) or (query.get("since_id") if name == "min_id" else None):
            found[relation.lower()] = said[0]
    return found


def is_asked_for(found: Gathering, status: Status) -> bool:
    """Whether an account's post is wanted: sifted here too, for not every server sifts."""
    if status.reblog is not None:
        return found.wanted.boosts
    own = found.memory.account.id if found.memory.account else ""
    is_reply = status.in_reply_to_id is not None and str(status.in_reply_to_account_id) != own
    return found.wanted.replies or not is_reply
