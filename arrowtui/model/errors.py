"""Everything that may go wrong that a person may meet, with the words she reads.

A headline (under 60 characters) says what happened and to whom; a hint says what to do. Subclasses live here and only
here, so that one test can walk over all of them.

ArrowError
├── FetchError               asking the world failed
├── StoreError               the file of items and notes cannot be used
├── SettingsError            the settings file is not understood
└── RequestError             what the person asked for cannot be done
"""

from dataclasses import dataclass


def clip(words: str, width: int = 36) -> str:
    """Shorten foreign words inside a headline, keeping both ends: hosts and paths are told apart by them."""
    return words if len(words) <= width else f"{words[: width // 2]}…{words[-(width // 2 - 1) :]}"


@dataclass(eq=False)
class ArrowError(Exception):
    """Base of all. Subclasses are dataclasses whose fields are the facts."""

    def headline(self) -> str:
        raise NotImplementedError

    def hint(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return f"{self.headline()}. {self.hint()}"


class FetchError(ArrowError):
    """A source could not be asked or not understood. It keeps what it had."""


class StoreError(ArrowError):
    """The store file cannot be used as it is."""


class SettingsError(ArrowError):
    """The settings file is not understood."""


class RequestError(ArrowError):
    """What the person asked for cannot be done."""


@dataclass(eq=False)
class ServerTooSlow(FetchError):
    host: str
    waited_s: int

    def headline(self) -> str:
        return f"{clip(self.host)} did not answer within {self.waited_s} s"

    def hint(self) -> str:
        return "It will be asked again later; press ^R to ask now."


@dataclass(eq=False)
class ServerUnreachable(FetchError):
    host: str
    cause: str

    def headline(self) -> str:
        return f"{clip(self.host)} cannot be reached"

    def hint(self) -> str:
        return f"Check the network and the address ({self.cause}). It will be asked again later."


@dataclass(eq=False)
class AnswerRefused(FetchError):
    """401, 402, 403, 407 and the like."""

    host: str
    status: int

    def headline(self) -> str:
        return f"{clip(self.host)} refuses access ({self.status})"

    def hint(self) -> str:
        return "It needs a login or blocks programs. Open it in the browser to see which."


@dataclass(eq=False)
class NotThere(FetchError):
    """404: perhaps for a while."""

    host: str

    def headline(self) -> str:
        return f"{clip(self.host)} says: not found (404)"

    def hint(self) -> str:
        return "If this lasts a week the address has probably changed: open the site and add it anew."


@dataclass(eq=False)
class Gone(FetchError):
    """410: the publisher says it ended."""

    host: str

    def headline(self) -> str:
        return f"{clip(self.host)} says it has ended (410)"

    def hint(self) -> str:
        return "It is no longer asked. What it brought stays; remove it when you like."


@dataclass(eq=False)
class AskedToWait(FetchError):
    """429 or 503: the host wants to be left alone for a while."""

    host: str
    status: int
    wait_s: int

    def headline(self) -> str:
        minutes = max(1, round(self.wait_s / 60))
        return f"{clip(self.host)} asks to wait {minutes} min ({self.status})"

    def hint(self) -> str:
        return "All sources of this host rest until then."


@dataclass(eq=False)
class ServerFault(FetchError):
    host: str
    status: int

    def headline(self) -> str:
        return f"{clip(self.host)} has a fault of its own ({self.status})"

    def hint(self) -> str:
        return "Nothing to do here; it will be asked again later."


@dataclass(eq=False)
class ReplyTooBig(FetchError):
    host: str
    limit_mib: int

    def headline(self) -> str:
        return f"{clip(self.host)} sent more than {self.limit_mib} MiB"

    def hint(self) -> str:
        return "The reply was refused and nothing was changed. Look for a smaller feed of this site."


@dataclass(eq=False)
class RedirectRefused(FetchError):
    """A hop that must not be followed: public to private, https to http, too many, or not a web address."""

    host: str
    target: str
    why: str

    def headline(self) -> str:
        return f"{clip(self.host)} redirects where we do not go"

    def hint(self) -> str:
        return f"It points to {clip(self.target, 60)}: {self.why}. Add that address yourself if you trust it."


@dataclass(eq=False)
class UnreadableReply(FetchError):
    host: str
    wanted: str

    def headline(self) -> str:
        return f"{clip(self.host)} did not send {self.wanted}"

    def hint(self) -> str:
        return "It may be a login or notice page. Open it in the browser; it will be asked again later."


@dataclass(eq=False)
class SecretMissing(FetchError):
    name: str

    def headline(self) -> str:
        return f"The secret {clip(self.name)} is not known"

    def hint(self) -> str:
        return "Log in once with `arrowtui login`, then refresh."
