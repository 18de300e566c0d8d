"""Failures that belong to platforms: accounts, budgets, and doors that are closed for good."""

from dataclasses import dataclass

from arrowtui.model.addresses import without_secrets
from arrowtui.model.errors import FetchError, RequestError, clip


@dataclass(eq=False, repr=False)
class UnfitAddress(FetchError):
    """The address in the settings is not one of its kind."""

    kind: str
    address: str

    def headline(self) -> str:
        return f"{clip(without_secrets(self.address), 24)} is no {clip(self.kind, 14)} address"

    def hint(self) -> str:
        return "Correct the address or the kind in the settings, or add the source anew."


@dataclass(eq=False, repr=False)
class TokenNeeded(FetchError):
    """The platform, or this server of it, shows this only to people with an account. `login` is what to log in to."""

    host: str
    login: str

    def headline(self) -> str:
        return f"{clip(self.host)} wants an account for this"

    def hint(self) -> str:
        return f"If you have one: `arrowtui login {self.login}`, then refresh."


@dataclass(eq=False, repr=False)
class TokenRefused(FetchError):
    """A token or password that the platform does not take (any more)."""

    host: str
    login: str

    def headline(self) -> str:
        return f"{clip(self.host)} does not take your token"

    def hint(self) -> str:
        return f"It may have been revoked or lack a right. Make a new one: `arrowtui login {self.login}`."


@dataclass(eq=False, repr=False)
class NotForUs(FetchError):
    """403 of a kind that no login mends: blocked programs, private things, closed by the operator."""

    host: str
    why: str

    def headline(self) -> str:
        return f"{clip(self.host)} does not show this"

    def hint(self) -> str:
        return f"{self.why} What it brought stays."


@dataclass(eq=False, repr=False)
class OutOfCredit(FetchError):
    """402: what was paid for is used up. Not asked again until the person says so."""

    host: str

    def headline(self) -> str:
        return f"{clip(self.host)}: your credit there is used up"

    def hint(self) -> str:
        return "It is not asked until you have added credit and refresh it by name."


@dataclass(eq=False, repr=False)
class BudgetSpent(FetchError):
    """The person's own limit for a month is reached."""

    kind: str
    cap: str

    def headline(self) -> str:
        return f"This month's budget for {clip(self.kind, 14)} is spent"

    def hint(self) -> str:
        return f"You set it to {self.cap}. Raise it in the settings, or wait for the new month."


@dataclass(eq=False, repr=False)
class NotOffered(FetchError):
    """The platform has no door for this at all."""

    platform: str
    what: str
    instead: str

    def headline(self) -> str:
        return f"{clip(self.platform, 14)} offers no way to read {clip(self.what, 22)}"

    def hint(self) -> str:
        return f"What works: {clip(self.instead, 150)}."


@dataclass(eq=False, repr=False)
class SecretNotGiven(FetchError):
    """A secret that was to come from a command, the keyring or a variable did not."""

    name: str
    why: str

    def headline(self) -> str:
        return f"The secret {clip(self.name, 24)} could not be had"

    def hint(self) -> str:
        return f"{self.why} Log in again with `arrowtui login`, or correct [secrets] in the settings."


@dataclass(eq=False, repr=False)
class NoSuchLogin(RequestError):
    """Nothing of that name wants a login."""

    kind: str
    known: tuple[str, ...]

    def headline(self) -> str:
        return f"{clip(self.kind, 20)!r} is nothing one logs in to"

    def hint(self) -> str:
        return f"There are {', '.join(self.known[:12])}."
