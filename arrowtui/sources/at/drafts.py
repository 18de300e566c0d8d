"""A post of Bluesky as a Draft."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from msgspec import Raw

from arrowtui.model.replace import replace
from arrowtui.model.wire import Body, Counts, Draft, Markup
from arrowtui.sources.at.addresses import WEB, post_link
from arrowtui.sources.at.embeds import beside_of, handle_of, name_of
from arrowtui.sources.at.facets import facets_of, pieces_of, tags_of
from arrowtui.sources.at.labels import HIDDEN, is_for_members, own_values, values, warning
from arrowtui.sources.at.shapes import Neighbours, PostView, Reason, ReplyTo, TimelinePost
from arrowtui.sources.social.decoding import moment, part
from arrowtui.sources.social.wording import beside, body_of

HOST = "bsky.app"
"""The name space of every AT-URI: one network, whoever was asked."""
REPLIES_TO = "Replies to"


def posted_at(post: PostView) -> datetime | None:
    """When a post counts as made: the earlier of what its author's program says and when it was first seen."""
    said = [at for at in (moment(post.record.created_at), moment(post.indexed_at)) if at is not None]
    return min(said, default=None)


@dataclass(slots=True)
class Drafting:
    """Makes drafts of posts; counts those that may not be shown. `signed_in`: asked with a login."""

    signed_in: bool = False
    for_members: int = 0
    hidden: int = 0
    made: list[Draft] = field(default_factory=list)

    def take(self, entry: TimelinePost) -> None:
        """Take an entry of a timeline, with who passed it on and what it answers."""
        draft = self._draft(entry.post)
        if draft is None:
            return
        neighbours = part(entry.reply, Neighbours)
        if neighbours and (said := self._parent_words(neighbours.parent)):
            draft = replace(draft, context=((REPLIES_TO, said), *draft.context))
        reason = part(entry.reason, Reason)
        if reason and reason.type.endswith("#reasonRepost") and reason.by is not None:
            draft = replace(draft, reposted_by=name_of(reason.by))  # the same post, however often it is passed on
        self.made.append(draft)

    def take_posts(self, posts: Iterable[PostView]) -> None:
        """Take posts that stand alone."""
        self.made += [draft for post in posts if (draft := self._draft(post)) is not None]

    def notices(self) -> tuple[str, ...]:
        """What the person should know of those left out."""
        told = []
        if self.for_members:
            posts = "1 post was" if self.for_members == 1 else f"{self.for_members} posts were"
            told.append(f"{posts} left out: the authors show them to signed-in readers only. A login shows them.")
        if self.hidden:
            posts = "1 post" if self.hidden == 1 else f"{self.hidden} posts"
            told.append(f"{posts} hidden by moderators left out.")
        return tuple(told)

    def _draft(self, post: PostView) -> Draft | None:
        labels = values(post.labels) | own_values(post.record)
        if HIDDEN in labels | values(post.author.labels):
            self.hidden += 1
            return None
        if is_for_members(post.author) and not self.signed_in:
            self.for_members += 1
            return None
        return _draft(post, labels, self.signed_in)

    def _parent_words(self, raw: Raw) -> str | None:
        """The post that is answered, in one line; None where it is gone or not for us."""
        parent = part(raw, PostView)
        if parent is None or (is_for_members(parent.author) and not self.signed_in):
            return None
        return beside(name_of(parent.author), parent.record.text)


def _draft(post: PostView, labels: frozenset[str], signed_in: bool) -> Draft:
    record, author, link = post.record, post.author, post_link(post.uri)
    facets, found = facets_of(record), beside_of(post.embed, link, signed_in=signed_in)
    reply = part(record.reply, ReplyTo)
    pictures = " ".join(each.alt for each in found.attachments if each.alt)
    return Draft(
        native_id=post.uri,
        body=body_of(pieces_of(record, facets), found.card),
        summary=Body(pictures, Markup.TEXT) if pictures else None,
        link=link,
        author=(author.display_name or "").strip() or handle_of(author) or author.did,
        author_handle=handle_of(author),
        author_link=f"{WEB}/profile/{author.did}",
        published_at=posted_at(post),
        language=next(iter(record.langs or ()), None),
        categories=tags_of(record, facets),
        attachments=found.attachments,
        counts=Counts(post.reply_count, post.repost_count, post.like_count),
        host=HOST,
        root_id=reply.root.uri if reply else None,
        parent_id=reply.parent.uri if reply else None,
        quote_of=found.quote_of,
        warning=warning(labels),
        context=found.context,
    )
