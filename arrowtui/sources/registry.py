"""The one list of adapters. A new kind of source is a line here."""

from collections.abc import Mapping
from types import MappingProxyType

from arrowtui.model.ports import Source
from arrowtui.sources.feed import Feed

SOURCES: Mapping[str, Source] = MappingProxyType({source.kind: source for source in (Feed(),)})
"""Kind -> adapter."""
