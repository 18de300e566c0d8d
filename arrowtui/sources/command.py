"""Programs of the person's own: what they print is a feed, or items as JSON."""

import shlex
from collections.abc import Sequence
from pathlib import PurePath

from arrowtui.model.errors_commands import NoItemsPrinted
from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.manners import HOUR_S, MINUTE_S, Manners
from arrowtui.model.recognised import Recognised
from arrowtui.model.subscription import Wish
from arrowtui.model.wire import RUN, Batch, Reply, Request
from arrowtui.sources.adapter import Adapter

SCHEME = "command:"
TYPED = (SCHEME, "exec:")
"""How such a source is typed; the second is newsboat's word."""


class Command(Adapter):
    """Runs a program and reads what it prints (docs/sources/command.md). The gateway runs it, never a shell."""

    kind = "command"
    manners = Manners(normal_s=HOUR_S, floor_s=MINUTE_S)

    def recognise(self, typed: str) -> Sequence[Recognised]:
        """`command:` or `exec:` and a command line."""
        bare = typed.strip()
        line = next((bare[len(word) :].strip() for word in TYPED if bare.lower().startswith(word)), "")
        if not line or _program(line) is None:
            return ()
        return (Recognised(Wish(self.kind, f"{SCHEME}{line}"), f"what the program {_program(line)} prints"),)

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        """The run. Raises: UnfitAddress for what is no command line."""
        line = address[len(SCHEME) :]
        if not address.lower().startswith(SCHEME) or _program(line) is None:
            raise UnfitAddress(self.kind, address)
        return Request(address, method=RUN, conditional=False)

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        """A feed, else JSON items. Raises: NoItemsPrinted."""
        from arrowtui.sources.feeds.parse import parse  # lxml takes 30 ms to import
        from arrowtui.sources.printed import printed

        name = reply.address[len(SCHEME) :] or self.kind
        found = printed(reply.body, reply.address)
        if found is not None:
            return found
        try:
            return parse(reply.body, reply.address, "")
        except UnreadableReply as cause:
            raise NoItemsPrinted(name) from cause


def _program(line: str) -> str | None:
    """The name of the program in a command line; None where there is none."""
    try:
        words = shlex.split(line)
    except ValueError:  # a quote that is never closed
        return None
    return PurePath(words[0]).name or None if words else None
