"""Failures of watched pages, of programs that are sources, and of the options of a source."""

from dataclasses import dataclass

from arrowtui.model.errors import FetchError, RequestError, clip


@dataclass(eq=False)
class PageRebuilt(FetchError):
    """Nothing on the page fits a selector any more. `what` is the option, `selector` what it says."""

    host: str
    what: str
    selector: str

    def headline(self) -> str:
        return f"{clip(self.host)}: the page was rebuilt"

    def hint(self) -> str:
        return (
            f"Nothing there fits {self.what} = {clip(self.selector, 60)!r} any more. Find new selectors with "
            "`arrowtui add --page ADDRESS --probe`; what it brought stays."
        )


@dataclass(eq=False)
class NoTextThere(FetchError):
    """A page that shows nothing without running its scripts."""

    host: str

    def headline(self) -> str:
        return f"{clip(self.host)} shows no text without scripts"

    def hint(self) -> str:
        return "arrowtui runs no scripts. Look for a feed, or for a plain version of the page."


@dataclass(eq=False)
class BadSelector(FetchError):
    """An option that is no CSS selector."""

    option: str
    selector: str

    def headline(self) -> str:
        return f"{clip(self.option, 10)} = {clip(self.selector, 24)!r} is no selector"

    def hint(self) -> str:
        return 'Write a CSS selector such as "main li" or ".callout h3 a" into the options of this source.'


@dataclass(eq=False)
class BadOption(FetchError):
    """An option this kind does not know, or a value it cannot take. `allowed` says what it does take."""

    kind: str
    option: str
    allowed: str

    def headline(self) -> str:
        return f"{clip(self.kind, 12)} does not understand option {clip(self.option, 16)!r}"

    def hint(self) -> str:
        return f"It takes {self.allowed}. Correct the options of this source in the settings."


@dataclass(eq=False)
class SeveralWays(RequestError):
    """A page can be watched in several ways and nobody is there to choose."""

    address: str
    count: int

    def headline(self) -> str:
        return f"{self.count} ways to watch {clip(self.address, 34)}"

    def hint(self) -> str:
        return "Take the first with --yes, or say which: --option item=SELECTOR, or --option part=SELECTOR."
