"""Posts of X as a bridge's feed tells them, known by the ids they have at X."""

import re

from arrowtui.model.replace import replace
from arrowtui.model.wire import Batch, Draft, Reply
from arrowtui.sources.social.bridge import read_bridge
from arrowtui.sources.xapi.addresses import STATUS, WEB
from arrowtui.sources.xapi.drafts import HOST, post_link

_PASSED_ON = re.compile(r"RT by (@\w{1,15}):")
_HANDLE = re.compile(r"@(\w{1,15})")


def read_bridged(reply: Reply) -> Batch:
    """A bridge's feed. Raises: UnreadableReply, BridgeNotice."""
    batch = read_bridge(reply, STATUS)
    return replace(batch, drafts=tuple(map(_as_post, batch.drafts)), interval_hint_s=None)


def _as_post(draft: Draft) -> Draft:
    """A feed's item as the post it is; one that links to no post stays as it came."""
    status = STATUS.search(draft.link or "") or STATUS.search(draft.native_id)
    if status is None:
        return draft
    title = draft.title.text if draft.title else ""
    passed_on = _PASSED_ON.match(title)
    handle = _HANDLE.fullmatch((draft.author or "").strip())
    return replace(
        draft,
        native_id=status[1],
        title=None if draft.body else draft.title,  # it repeats how the text begins
        link=post_link(status[1]),
        host=HOST,
        author_handle=f"@{handle[1]}" if handle else None,
        author_link=f"{WEB}/{handle[1]}" if handle else draft.author_link,
        reposted_by=passed_on[1] if passed_on else None,
    )
