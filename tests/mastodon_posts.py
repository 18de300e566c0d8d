"""Invented people and posts, and the JSON a server of the Mastodon family makes of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape

Json = dict[str, object]
TAG = re.compile(r"#(\w+)")


def iso(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z") if at else None


@dataclass
class FakeAccount:
    """Somebody on a server; `host` is where the account lives."""

    name: str
    host: str
    scheme: str = "https"
    display_name: str = ""
    note: str = ""
    moved: "FakeAccount | None" = None
    suspended: bool = False

    @property
    def id(self) -> str:
        return f"90{sum(map(ord, self.name + self.host))}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}/@{self.name}"

    def shown_on(self, domain: str) -> Json:
        return {
            "id": self.id,
            "username": self.name,
            "acct": self.name if self.host == domain else f"{self.name}@{self.host}",
            "display_name": self.display_name,
            "bot": False,
            "note": f"<p>{TAG.sub(_tag_link, escape(self.note))}</p>" if self.note else "",
            "url": self.url,
            "uri": f"{self.scheme}://{self.host}/users/{self.name}",
            "moved": self.moved.shown_on(domain) if self.moved else None,
            **({"suspended": True} if self.suspended else {}),
        }


@dataclass
class FakePoll:
    """`votes` None: hidden while it runs."""

    options: Sequence[str]
    votes: Sequence[int] | None = None
    ends_at: datetime | None = None
    is_over: bool = False
    multiple: bool = False

    def shown(self) -> Json:
        votes: Sequence[int | None] = self.votes or [None] * len(self.options)
        return {
            "id": "31",
            "expires_at": iso(self.ends_at),
            "expired": self.is_over,
            "multiple": self.multiple,
            "votes_count": sum(self.votes) if self.votes else 0,
            "voters_count": sum(self.votes) if self.votes else None,
            "options": [
                {"title": title, "votes_count": count} for title, count in zip(self.options, votes, strict=True)
            ],
            "emojis": [],
        }


@dataclass
class FakePost:
    """A post as one server has it: the `uri` is everybody's, the `id` this server's."""

    id: str
    uri: str
    author: FakeAccount
    text: str
    at: datetime
    reply_to: "FakePost | None" = None
    boost_of: "FakePost | None" = None
    edited_at: datetime | None = None
    warning: str = ""
    language: str | None = "en"
    visibility: str = "public"
    poll: FakePoll | None = None
    pictures: Sequence[tuple[str, str | None]] = ()
    replies: int = 0
    is_gone: bool = False
    extra: Json = field(default_factory=dict)

    @property
    def tags(self) -> list[str]:
        return [name.lower() for name in TAG.findall(self.text)]

    def shown_on(self, domain: str) -> Json:
        text = TAG.sub(_tag_link, escape(self.text))
        url = f"{self.author.url}/{self.uri.rpartition('/')[2]}"
        return {
            "id": self.id,
            "uri": self.uri,
            "url": url,
            "created_at": iso(self.at),
            "edited_at": iso(self.edited_at),
            "in_reply_to_id": self.reply_to.id if self.reply_to else None,
            "in_reply_to_account_id": self.reply_to.author.id if self.reply_to else None,
            "visibility": self.visibility,
            "language": self.language,
            "sensitive": bool(self.warning),
            "spoiler_text": self.warning,
            "content": "" if self.boost_of or not self.text else f"<p>{text}</p>",
            "account": self.author.shown_on(domain),
            "tags": [{"name": name, "url": f"https://{domain}/tags/{name}"} for name in self.tags],
            "mentions": [],
            "emojis": [],
            "media_attachments": [
                {"id": "7", "type": "image", "url": link, "preview_url": link, "remote_url": None, "description": alt}
                for link, alt in self.pictures
            ],
            "replies_count": self.replies,
            "reblogs_count": 0,
            "favourites_count": 0,
            "reblog": self.boost_of.shown_on(domain) if self.boost_of else None,
            "card": None,
            "poll": self.poll.shown() if self.poll else None,
            **self.extra,
        }


def _tag_link(found: re.Match[str]) -> str:
    """As Mastodon writes hashtags."""
    href = f"https://social.example/tags/{found[1].lower()}"
    return f'<a href="{href}" class="mention hashtag" rel="tag">#<span>{found[1]}</span></a>'
