"""Every reply to the reader it is meant for, and on to what the round asks next."""

from msgspec.structs import replace

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import NotThere
from arrowtui.model.wire import Batch
from arrowtui.sources.fediverse.accounts import read_lookup, tell_account
from arrowtui.sources.fediverse.addresses import Sort
from arrowtui.sources.fediverse.asking import CLOSED, GONE, LIMIT, Do, Mode
from arrowtui.sources.fediverse.drafts import handle_of, uri_of
from arrowtui.sources.fediverse.gates import closed, tell_half
from arrowtui.sources.fediverse.gathering import Gathering
from arrowtui.sources.fediverse.instances import check_open, describe, half_shown, read_description
from arrowtui.sources.fediverse.missing import look_for_missing, read_again, read_first_of_thread
from arrowtui.sources.fediverse.plan import finish, further_listings, go_on
from arrowtui.sources.fediverse.polls import read_poll
from arrowtui.sources.fediverse.recheck import read_recheck
from arrowtui.sources.fediverse.refusals import is_nearly_spent, rest_until
from arrowtui.sources.fediverse.shapes import Status
from arrowtui.sources.fediverse.streams import read_event
from arrowtui.sources.fediverse.threads import ask_threads, read_context, read_thread, track
from arrowtui.sources.fediverse.timelines import ACCOUNT, is_asked_for, look_again, page_of, read_page
from arrowtui.sources.fediverse.times import moment, seconds

UNDERSTOOD = {Do.INSTANCE: (401, 403, 404), Do.PAGE: (*CLOSED, *GONE)}
"""Statuses that the readers of such replies understand themselves; those of other replies understand any."""
REST_S = 1800
"""How long a further server is left alone that asked for it without saying how long."""


def read(found: Gathering) -> Batch:
    """Understand a reply. What fails beside the main thing is remarked, and costs nothing else.

    Raises: UnreadableReply, and what the source's own server refuses (`refusals`).
    """
    is_extra = found.reply.request.is_extra
    if is_extra and _is_at_fault(found):
        return found.batch()
    try:
        READERS[found.step.do](found)
    except FetchError as error:
        if not is_extra:
            raise
        found.notices.append(f"{error.headline()}. {error.hint()}")
    if is_nearly_spent(found.reply):
        _put_off(found)
    return found.batch()


def _put_off(found: Gathering) -> None:
    """Leave to the next round what it can ask for as well: what is newer than the cursor, and all extras."""
    is_first_look = found.step.mode in (Mode.NEWEST, Mode.OLDER)
    found.follow = [one for one in found.follow if is_first_look and not one.is_extra]


def _is_at_fault(found: Gathering) -> bool:
    """Whether a further server answered with a status that its reader could make nothing of."""
    step, status = found.step, found.reply.status
    understood = UNDERSTOOD.get(step.do)
    if understood is None or status < 300 or status in understood:
        return False
    if status in (429, 503):
        found.server.rests_until = seconds(rest_until(found.reply)) or found.now + REST_S
    if not found.is_main:
        found.notices.append(f"{found.host} did not answer as it should ({status}); the other servers were asked.")
    return True


def _instance(found: Gathering) -> None:
    step = found.step
    if found.reply.status == 404 and step.version == 2:
        found.follow.append(describe(replace(step, version=1), is_extra=not step.leads))
        return
    read_description(found)
    check_open(found)
    if step.leads:
        go_on(found)
    elif not found.is_main:
        found.follow += further_listings(found, found.base)


def _lookup(found: Gathering) -> None:
    read_lookup(found)
    tell_account(found)
    go_on(found)


def _page(found: Gathering) -> None:
    step = found.step
    if found.reply.status >= 300:
        _no_page(found)
        return
    page = page_of(found)
    _name(found)
    meant = [one for one in page if step.key != ACCOUNT or is_asked_for(found, one)]
    goes_on = read_page(found, page, meant)
    track(found, [one.reblog or one for one in meant])
    _look_for_missing(found, page)
    if step.leads:
        go_on(found)
    if not goes_on:
        look_again(found)
        ask_threads(found)
        finish(found)


def _no_page(found: Gathering) -> None:
    """A timeline that is closed, or an account whose number has changed: it is looked up anew, once."""
    if found.step.key != ACCOUNT:
        closed(found)
        return
    found.memory.account = None
    if not found.step.leads:
        raise NotThere(found.host)
    go_on(found)


def _name(found: Gathering) -> None:
    if found.target.sort is Sort.TAG and found.is_main:
        found.title = f"#{found.target.name} on {found.target.host}"
        half_shown(found)
    elif found.target.sort is Sort.ACCOUNT:
        tell_account(found)
    tell_half(found)


def _look_for_missing(found: Gathering, page: list[Status]) -> None:
    """The newest page shows all since its last post, or all there is; what it showed once and not now is looked for."""
    if found.step.page == 0 and found.step.mode in (Mode.AGAIN, Mode.DOWN):
        is_all = len(page) * 2 < LIMIT
        since = 0 if is_all else max(0, min(seconds(moment(one.created_at)) for one in page))
        shown = {uri_of(one.reblog or one, found.base) for one in page}
        look_for_missing(found, shown, found.step.key, since)


def _status(found: Gathering) -> None:
    if found.step.mode is Mode.AGAIN:
        read_again(found)
        return
    status = read_first_of_thread(found)
    if status is None:
        return
    found.title = f"Thread by {handle_of(status.account, found.info.domain or found.host) or found.host}"
    read_thread(found, status)
    if found.step.leads:
        go_on(found)


READERS = {
    Do.INSTANCE: _instance,
    Do.LOOKUP: _lookup,
    Do.PAGE: _page,
    Do.STATUS: _status,
    Do.CONTEXT: read_context,
    Do.RECHECK: read_recheck,
    Do.EVENT: read_event,
    Do.POLL: read_poll,
}
