"""Failures of servers that gather feeds for a person: FreshRSS, Miniflux and their like."""

from dataclasses import dataclass

from arrowtui.model.errors import FetchError, clip, not_there


@dataclass(eq=False, repr=False)
class AccountNotNamed(FetchError):
    """An address without the name of the account."""

    host: str

    def headline(self) -> str:
        return f"{clip(self.host)} wants to know whose account"

    def hint(self) -> str:
        return f"Put its name before the host: https://NAME@{clip(self.host)}/…."


@dataclass(eq=False, repr=False)
class ApiSwitchedOff(FetchError):
    """The server is there, and its operator has not opened this door."""

    host: str

    def headline(self) -> str:
        return f"The API of {clip(self.host)} is switched off"

    def hint(self) -> str:
        return "In FreshRSS: Settings > Authentication > Allow API access; then set an API password in your profile."


@dataclass(eq=False, repr=False)
class LabelNotThere(FetchError):
    """`labels` are some that are there."""

    host: str
    label: str
    labels: tuple[str, ...]

    def headline(self) -> str:
        return f"{clip(self.host, 24)} has no label {clip(self.label, 16)!r}"

    def hint(self) -> str:
        return not_there(self.labels)


@dataclass(eq=False, repr=False)
class LoginInTheClear(FetchError):
    """An address that would send a password, or what stands for it, in the clear through the internet."""

    host: str

    def headline(self) -> str:
        return f"The way to {clip(self.host)} is not encrypted"

    def hint(self) -> str:
        return "The password was not sent. Use https:// in the address; http:// is for hosts of your own (own_hosts)."
