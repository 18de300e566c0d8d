"""Failures of asking the world: what a server said or did not say. A source keeps what it had."""

from dataclasses import dataclass

from arrowtui.model.addresses import without_secrets
from arrowtui.model.errors import FetchError, clip


@dataclass(eq=False, repr=False)
class ServerTooSlow(FetchError):
    host: str
    waited_s: int

    def headline(self) -> str:
        return f"{clip(self.host)} did not answer within {self.waited_s} s"

    def hint(self) -> str:
        return "It will be asked again later; press ^R to ask now."


@dataclass(eq=False, repr=False)
class ServerUnreachable(FetchError):
    host: str
    cause: str

    def headline(self) -> str:
        return f"{clip(self.host)} cannot be reached"

    def hint(self) -> str:
        return f"Check the network and the address ({self.cause})."


@dataclass(eq=False, repr=False)
class AnswerRefused(FetchError):
    """401, 402, 403, 407 and the like."""

    host: str
    status: int

    def headline(self) -> str:
        return f"{clip(self.host)} refuses access ({self.status})"

    def hint(self) -> str:
        return "It needs a login or blocks programs. Open it in the browser to see which."


@dataclass(eq=False, repr=False)
class NotThere(FetchError):
    """404: perhaps for a while."""

    host: str

    def headline(self) -> str:
        return f"{clip(self.host)} says: not found (404)"

    def hint(self) -> str:
        return "If this lasts a week the address has probably changed: open the site and add it anew."


@dataclass(eq=False, repr=False)
class Gone(FetchError):
    """410: the publisher says it ended."""

    host: str

    def headline(self) -> str:
        return f"{clip(self.host)} says it has ended (410)"

    def hint(self) -> str:
        return "It is no longer asked. What it brought stays; remove it when you like."


@dataclass(eq=False, repr=False)
class AskedToWait(FetchError):
    """429 or 503: the host wants to be left alone for a while. `status` is None where it said so earlier."""

    host: str
    status: int | None
    wait_s: int

    def headline(self) -> str:
        minutes = max(1, round(self.wait_s / 60))
        return f"{clip(self.host)} asks to wait {minutes} min{f' ({self.status})' if self.status else ''}"

    def hint(self) -> str:
        return "All sources of this host rest until then."


@dataclass(eq=False, repr=False)
class ServerFault(FetchError):
    host: str
    status: int

    def headline(self) -> str:
        return f"{clip(self.host)} has a fault of its own ({self.status})"

    def hint(self) -> str:
        return "Nothing to do here; it will be asked again later."


@dataclass(eq=False, repr=False)
class ReplyTooBig(FetchError):
    host: str
    limit_mib: int

    def headline(self) -> str:
        return f"{clip(self.host)} sent more than {self.limit_mib} MiB"

    def hint(self) -> str:
        return "The reply was refused and nothing was changed. Look for a smaller feed of this site."


@dataclass(eq=False, repr=False)
class RedirectRefused(FetchError):
    """A hop that must not be followed: public to private, https to http, too many, or not a web address."""

    host: str
    target: str
    why: str

    def headline(self) -> str:
        return f"{clip(self.host)} redirects where we do not go"

    def hint(self) -> str:
        shown = clip(without_secrets(self.target), 60)
        return f"It points to {shown}: {self.why}. Add that address yourself if you trust it."


@dataclass(eq=False, repr=False)
class UnreadableReply(FetchError):
    host: str
    wanted: str

    def headline(self) -> str:
        return f"{clip(self.host)} did not send {clip(self.wanted, 16)}"

    def hint(self) -> str:
        return "It may be a login or notice page. Open it in the browser; it will be asked again later."


@dataclass(eq=False, repr=False)
class SecretMissing(FetchError):
    name: str

    def headline(self) -> str:
        return f"The secret {clip(self.name)} is not known"

    def hint(self) -> str:
        return f"Log in once: `arrowtui login {self.name}`, then refresh."


@dataclass(eq=False, repr=False)
class UnknownKind(FetchError):
    """A source of a kind this version cannot ask."""

    kind: str

    def headline(self) -> str:
        return f"Sources of kind {clip(self.kind, 20)!r} are not known"

    def hint(self) -> str:
        return "It stays as it is and is not asked. Correct its kind in the settings, or update arrowtui."


@dataclass(eq=False, repr=False)
class OwnFault(FetchError):
    """A bug: something nobody expected happened while a source was asked or read."""

    host: str

    def headline(self) -> str:
        return f"arrowtui stumbled over {clip(self.host)}"

    def hint(self) -> str:
        return "This is a fault in arrowtui; its log file has the details (`arrowtui paths`). It will be tried again."
