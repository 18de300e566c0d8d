"""What is new in settings that were edited by hand."""

from msgspec.structs import fields

from arrowtui.model.revision import Revision
from arrowtui.settings.shape import Settings

FOLLOWED = frozenset({"source", "search", "rule"})
"""Tables that take effect while everything runs; the others are read when a screen or a poller begins."""


def revision(before: Settings, after: Settings) -> Revision:
    """What `after` says that `before` did not. Sources are told apart by kind and address."""
    old = {(entry.kind, entry.address): entry for entry in before.source}
    new = {(entry.kind, entry.address): entry for entry in after.source}
    names = [field.name for field in fields(Settings) if field.name not in FOLLOWED]
    return Revision(
        searches=after.searches(),
        has_sources=bool(after.source or after.chat),
        added=len(new.keys() - old.keys()),
        removed=len(old.keys() - new.keys()),
        changed=sum(old[key] != entry for key, entry in new.items() if key in old),
        is_search_changed=before.search != after.search,
        is_rule_changed=before.rule != after.rule,
        others=tuple(name for name in names if getattr(before, name) != getattr(after, name)),
    )
