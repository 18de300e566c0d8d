"""Failures of the large platforms: what costs money, what they show to members alone, bridges that give out."""

from dataclasses import dataclass

from arrowtui.model.errors import FetchError, clip


def ended(words: str, width: int = 160) -> str:
    """Foreign words as a sentence inside a hint."""
    return f"{clip(words, width).rstrip('. ')}."


@dataclass(eq=False, repr=False)
class MoneyNeeded(FetchError):
    """A platform that charges for every post read, and the person has set no budget: nothing is asked."""

    platform: str
    table: str

    def headline(self) -> str:
        return f"{clip(self.platform, 14)} is off: it charges for what is read"

    def hint(self) -> str:
        return (
            f'Nothing was asked. Set budget = "5.00" (a month, in its currency) under [{clip(self.table, 14)}] in the '
            "settings to turn it on; reading stops there."
        )


@dataclass(eq=False, repr=False)
class UsageCapReached(FetchError):
    """The platform's own cap for the account, which only its owner or the next period lifts."""

    host: str
    period: str
    until: str

    def headline(self) -> str:
        return f"{clip(self.host)}: your {clip(self.period, 8)} cap is used up"

    def hint(self) -> str:
        return f"It rests until {clip(self.until, 40)}, unless you raise the cap there and refresh it by name."


@dataclass(eq=False, repr=False)
class SignInWanted(FetchError):
    """Shown to people who are signed in; `option` is the line that signs a source in."""

    host: str
    what: str
    login: str
    option: str

    def headline(self) -> str:
        return f"{clip(self.host, 18)} shows {clip(self.what, 18)} to members only"

    def hint(self) -> str:
        return f"With an account: `arrowtui login {clip(self.login, 60)}`, then {clip(self.option, 60)} in its options."


@dataclass(eq=False, repr=False)
class AskedWrongly(FetchError):
    """400: the platform does not take what this source asks for."""

    host: str
    said: str

    def headline(self) -> str:
        return f"{clip(self.host)} does not take what is asked"

    def hint(self) -> str:
        return f"It says: {ended(self.said)} Correct the address or options of the source."


@dataclass(eq=False, repr=False)
class OptionUnfit(FetchError):
    """An option of a source that cannot be what it says."""

    name: str
    value: str
    allowed: str

    def headline(self) -> str:
        return f"The option {clip(self.name, 12)} = {clip(self.value, 12)} is not understood"

    def hint(self) -> str:
        return f"In the settings it must be {ended(self.allowed)}"


@dataclass(eq=False, repr=False)
class BridgeNotice(FetchError):
    """A bridge that sends a notice dressed up as an item: it is not what the person follows."""

    host: str
    said: str

    def headline(self) -> str:
        return f"{clip(self.host)} sent a notice, not posts"

    def hint(self) -> str:
        return f"It says: {ended(self.said)} Use a bridge of your own or one whose owner lets you in."
