"""Failures of watched pages, of the options of a source, and of starter packs."""

from dataclasses import dataclass

from arrowtui.model.addresses import without_secrets
from arrowtui.model.errors import FetchError, RequestError, clip


@dataclass(eq=False, repr=False)
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


@dataclass(eq=False, repr=False)
class NoTextThere(FetchError):
    """A page that shows nothing without running its scripts."""

    host: str

    def headline(self) -> str:
        return f"{clip(self.host)} shows no text without scripts"

    def hint(self) -> str:
        return "arrowtui runs no scripts. Look for a feed, or for a plain version of the page."


@dataclass(eq=False, repr=False)
class BadSelector(FetchError):
    """An option that is no CSS selector."""

    option: str
    selector: str

    def headline(self) -> str:
        return f"{clip(self.option, 10)} = {clip(self.selector, 24)!r} is no selector"

    def hint(self) -> str:
        return 'Write a CSS selector such as "main li" or ".callout h3 a" into the options of this source.'


@dataclass(eq=False, repr=False)
class BadOption(FetchError):
    """An option this kind does not know, or a value it cannot take. `allowed` says what it does take."""

    kind: str
    option: str
    allowed: str

    def headline(self) -> str:
        return f"{clip(self.kind, 12)} does not understand option {clip(self.option, 16)!r}"

    def hint(self) -> str:
        return f"It takes {self.allowed}. Correct the options of this source in the settings."


@dataclass(eq=False, repr=False)
class SeveralWays(RequestError):
    """A page can be watched in several ways and nobody is there to choose."""

    address: str
    count: int

    def headline(self) -> str:
        ways = "One way" if self.count == 1 else f"{self.count} ways"
        return f"{ways} to watch {clip(without_secrets(self.address), 34)}"

    def hint(self) -> str:
        return "Take the first with --yes, or say which: --option item=SELECTOR, or --option part=SELECTOR."


@dataclass(eq=False, repr=False)
class NoSuchPack(RequestError):
    """No starter pack has that name."""

    name: str
    known: tuple[str, ...]
    nearest: str | None = None

    def headline(self) -> str:
        return f"There is no pack called {clip(self.name, 28)!r}"

    def hint(self) -> str:
        meant = f"Did you mean {self.nearest!r}? " if self.nearest else ""
        return f"{meant}There are {', '.join(self.known[:20])}."


@dataclass(eq=False, repr=False)
class NothingOfPack(RequestError):
    """Nothing in a pack has the words that were asked for."""

    name: str
    words: tuple[str, ...]

    def headline(self) -> str:
        return f"Nothing in pack {clip(self.name, 16)!r} has {clip(', '.join(self.words), 18)!r}"

    def hint(self) -> str:
        return f"`arrowtui pack show {clip(self.name, 30)}` lists what it holds."
