"""The replies of both ways in."""

from arrowtui.model.wire import Batch, Draft, Reply
from arrowtui.sources.hackernews_parts.ask import Memory, ask_item, ask_tree, name_of
from arrowtui.sources.hackernews_parts.drafts import HOST, of_hit, of_item, of_node
from arrowtui.sources.hackernews_parts.replies import Hit, Hits, Item, Node, walk
from arrowtui.sources.shapes import NativeId, each, remembered
from arrowtui.sources.social.decoding import whole
from arrowtui.sources.social.given import Options

RANKED = 30
"""Of a ranked list, as many as its page shows."""
MOST_FOLLOWED = 19
"""Single items read in a round; the rest of a list comes with the next."""


def of_search(reply: Reply, options: Options, was: Memory) -> Batch:
    """A search. Polls are asked for one by one: its lines do not hold their options."""
    page = whole(reply, Hits, "a search")
    pieces = each(reply, page.hits, Hit, "a search")
    hits = pieces.read
    polls = [hit for hit in hits if "poll" in hit.tags][:MOST_FOLLOWED]
    newest = max((hit.created_at_i or 0 for hit in hits), default=0)
    left_out = page.nbHits - len(page.hits) if was.newest else 0
    said = f"Since the last time {left_out:,} more were written than one search brings; they are left out."
    return Batch(
        drafts=tuple(of_hit(hit) for hit in hits if hit not in polls),
        title=None if was.story else name_of(reply.request),
        follow=tuple(ask_tree(str(poll.objectID), options, "poll") for poll in polls),
        memory=remembered(Memory(max(newest, was.newest), was.story, was.parts + bool(was.story))),
        notices=(*pieces.notices(), *((said,) if left_out > 0 else ())),
    )


def of_tree(reply: Reply) -> Batch:
    """A whole thread. Later only what is new below a story is asked for; a poll is read whole again, for its votes.

    A comment's own tree has the story above it as its root.
    """
    top = whole(reply, Node, "an item")
    nodes = list(walk(top))
    below = [node for node in nodes if node is not top]
    root = str(top.story_id if top.story_id is not None else top.id)
    newest = max((node.created_at_i or 0 for node in nodes), default=0)
    is_to_be_searched = root == str(top.id) and not top.options and not top.is_gone
    return Batch(
        drafts=(*_top(top, root, len(below)), *(of_node(node, root, None) for node in below if not node.is_gone)),
        title=top.title,
        deleted=tuple(str(node.id) for node in nodes if node.is_gone),
        deleted_host=HOST,
        memory=remembered(Memory(newest, root) if is_to_be_searched else Memory()),
    )


def of_poll(reply: Reply) -> Batch:
    """One item for the sake of its options."""
    top = whole(reply, Node, "an item")
    return Batch(_top(top, str(top.id), sum(1 for _ in walk(top)) - 1))


def of_ranked(reply: Reply, options: Options, was: Memory) -> Batch:
    """The ids of a list: what was not read yet is asked for, the first of them first."""
    ids = [str(one) for one in whole(reply, list[NativeId], "a list of ids")][:RANKED]
    unread = [one for one in ids if one not in was.seen][:MOST_FOLLOWED]
    seen = [one for one in was.seen if one in ids]
    return Batch(
        title=name_of(reply.request),
        follow=tuple(ask_item(one, options) for one in unread),
        memory=remembered(Memory(seen=[*seen, *unread])),
    )


def of_single(reply: Reply, options: Options) -> Batch:
    """One item of a list; `null` where Firebase does not know it yet, or never will."""
    if reply.body.strip() == b"null":
        return Batch()
    item = whole(reply, Item, "an item")
    if item.dead:
        return Batch()
    if item.deleted:
        return Batch(deleted=(str(item.id),), deleted_host=HOST)
    if item.type == "poll":
        return Batch(follow=(ask_tree(str(item.id), options, "poll"),))
    return Batch((of_item(item),))


def _top(top: Node, root: str, replies: int) -> tuple[Draft, ...]:
    return () if top.is_gone else (of_node(top, root, replies),)
