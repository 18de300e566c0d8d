"""The one list of adapters. A new kind of source is a line here; its module is imported when first asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from arrowtui.model.ports import Source

ADAPTERS: Mapping[str, str] = {
    "bluesky": "bluesky.Bluesky",
    "feed": "feed.Feed",
    "mastodon": "mastodon.Mastodon",
    "facebook": "facebook.Facebook",
    "pinterest": "pinterest.Pinterest",
    "x": "x.X",
    "page": "page.Page",
    "command": "command.Command",
    "saved": "saved.Saved",
    "mail": "mail.Mail",
    "reddit": "reddit.Reddit",
    "hackernews": "hackernews.HackerNews",
    "lobsters": "lobsters.Lobsters",
    "stackexchange": "stackexchange.StackExchange",
    "youtube": "youtube.YouTube",
    "github": "github.GitHub",
    "tumblr": "tumblr.Tumblr",
    "wordpress": "wordpress.WordPress",
    "substack": "substack.Substack",
    "lemmy": "lemmy.Lemmy",
    "discourse": "discourse.Discourse",
    "greader": "greader.GReader",
    "fever": "fever.Fever",
}
"""Kind -> module and class of its adapter. Kinds that recognise an address are asked in this order."""


class Registry(Mapping[str, Source]):
    """The adapters by kind, each made once."""

    def __init__(self, adapters: Mapping[str, str]) -> None:
        self._adapters = adapters
        self._made: dict[str, Source] = {}

    def __getitem__(self, kind: str) -> Source:
        if kind not in self._made:
            module, _, name = self._adapters[kind].partition(".")
            self._made[kind] = getattr(import_module(f"arrowtui.sources.{module}"), name)()
        return self._made[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._adapters)

    def __len__(self) -> int:
        return len(self._adapters)


SOURCES: Mapping[str, Source] = Registry(ADAPTERS)
"""Kind -> adapter."""
