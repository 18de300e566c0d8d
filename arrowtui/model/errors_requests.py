"""What a person asked for and cannot be done as she asked."""

from dataclasses import dataclass

from arrowtui.model.addresses import without_secrets
from arrowtui.model.errors import RequestError, clip


@dataclass(eq=False, repr=False)
class NoSuchNote(RequestError):
    number: int

    def headline(self) -> str:
        return f"There is no note {self.number}"

    def hint(self) -> str:
        return "It may belong to another data folder. The Journal tab lists all notes."


@dataclass(eq=False, repr=False)
class NoHome(RequestError):
    """`typed` is `~`, or `~name` for the home of somebody else."""

    typed: str

    def headline(self) -> str:
        return f"There is no home folder {clip(self.typed, 30)}"

    def hint(self) -> str:
        return (
            "Write the whole path, or set HOME. Where settings and data lie can be said with --config and --data, too, "
            "or in ARROWTUI_CONFIG and ARROWTUI_DATA."
        )


@dataclass(eq=False, repr=False)
class NotReadableAs(RequestError):
    """A file is not what it was taken for."""

    wanted: str

    def headline(self) -> str:
        return f"This is not {clip(self.wanted, 46)}"

    def hint(self) -> str:
        return "Feed addresses, web pages, OPML files and newsboat's urls file can be added."


@dataclass(eq=False, repr=False)
class NothingListed(RequestError):
    """A list of sources that is sound and empty."""

    name: str

    def headline(self) -> str:
        return f"{clip(self.name, 34)} names no source"

    def hint(self) -> str:
        return "Nothing was added. An export of another reader names each feed by its xmlUrl: look whether it is whole."


@dataclass(eq=False, repr=False)
class RemovedSource(RequestError):
    """A source that was taken out of the settings; its items are still there."""

    name: str

    def headline(self) -> str:
        return f"{clip(self.name, 26)} was taken out of your settings"

    def hint(self) -> str:
        return "It is asked no more; what it brought stays. `arrowtui add ADDRESS` takes it on again."


@dataclass(eq=False, repr=False)
class UnknownSource(RequestError):
    name: str
    nearest: str | None = None

    def headline(self) -> str:
        return f"No source is called {clip(self.name, 34)}"

    def hint(self) -> str:
        meant = f"Did you mean {self.nearest!r}? " if self.nearest else ""
        return f"{meant}`arrowtui sources` lists them; name one by its title or its address."


@dataclass(eq=False, repr=False)
class SeveralSources(RequestError):
    """A name that fits more than one source."""

    name: str
    addresses: tuple[str, ...]

    def headline(self) -> str:
        return f"{len(self.addresses)} sources are called {clip(self.name, 28)}"

    def hint(self) -> str:
        shown = ", ".join(clip(without_secrets(address), 60) for address in self.addresses[:5])
        more = " and others" if len(self.addresses) > 5 else ""
        return f"Name one by its address: {shown}{more}."


@dataclass(eq=False, repr=False)
class LinkNotOpened(RequestError):
    link: str

    def headline(self) -> str:
        return "This link is not opened"

    def hint(self) -> str:
        return f"Only web and mail addresses are: {clip(self.link, 60)!r} is neither."


@dataclass(eq=False, repr=False)
class NoFeedThere(RequestError):
    address: str

    def headline(self) -> str:
        return f"No feed was found at {clip(without_secrets(self.address), 34)}"

    def hint(self) -> str:
        return "Look on the site for a link called RSS, Atom or Feed and add that address."


@dataclass(eq=False, repr=False)
class NoSuchAddress(RequestError):
    typed: str

    def headline(self) -> str:
        return f"{clip(self.typed, 34)!r} is no address"

    def hint(self) -> str:
        return "Type a web address such as blog.example.org, a #tag, an @name, a mailbox, or the path of a file."


@dataclass(eq=False, repr=False)
class FileUnreadable(RequestError):
    path: str
    cause: str

    def headline(self) -> str:
        return f"{clip(self.path, 36)} cannot be read"

    def hint(self) -> str:
        return f"The system says: {self.cause}."


@dataclass(eq=False, repr=False)
class EditorMissing(RequestError):
    """`command` is what the environment names, "" when it names nothing."""

    command: str

    def headline(self) -> str:
        return f"The editor {clip(self.command, 30)!r} was not found" if self.command else "No editor was found"

    def hint(self) -> str:
        return "Set VISUAL or EDITOR to the command that starts yours, for example EDITOR=nano."


@dataclass(eq=False, repr=False)
class EditorUnseen(RequestError):
    """None is named, and those of the system need a terminal. `path` is the file to edit, "" where it was a text."""

    path: str = ""

    def headline(self) -> str:
        return "There is no terminal to open an editor in"

    def hint(self) -> str:
        by_hand = f"Edit {self.path} with what you like, or set" if self.path else "Set"
        return f"{by_hand} EDITOR to a command that needs no terminal."


@dataclass(eq=False, repr=False)
class EditorFailed(RequestError):
    """`kept_at` is the file that holds what was written, "" when nothing was."""

    command: str
    code: int
    kept_at: str

    def headline(self) -> str:
        return f"{clip(self.command, 30)} stopped with code {self.code}"

    def hint(self) -> str:
        kept = f" What you wrote there is kept in {self.kept_at}." if self.kept_at else ""
        return f"The note is as it was before.{kept}"


@dataclass(eq=False, repr=False)
class FileUnwritable(RequestError):
    path: str
    cause: str

    def headline(self) -> str:
        return f"{clip(self.path, 36)} cannot be written"

    def hint(self) -> str:
        return f"The system says: {self.cause}. What was there before is unchanged."


@dataclass(eq=False, repr=False)
class OutputUnwritable(RequestError):
    """Where the standard output goes, nothing more can be written."""

    cause: str

    def headline(self) -> str:
        return "The output cannot be written"

    def hint(self) -> str:
        return (
            f"The system says: {self.cause}. Free some space, or send the output elsewhere; what it has is not whole."
        )


@dataclass(eq=False, repr=False)
class SeveralFeeds(RequestError):
    """A page offers several feeds and nobody is there to choose."""

    address: str
    feeds: tuple[str, ...]

    def headline(self) -> str:
        return f"{len(self.feeds)} sources fit {clip(without_secrets(self.address), 38)}"

    def hint(self) -> str:
        return "Add one by its own address, or all of them with --all."


@dataclass(eq=False, repr=False)
class HelperTold(RequestError):
    """A helper process failed and said why: its words are passed on."""

    said: str
    advice: str

    def headline(self) -> str:
        return clip(self.said, 58)

    def hint(self) -> str:
        return self.advice if self.advice.endswith(".") else f"{self.advice} `arrowtui doctor` looks for what is wrong."


@dataclass(eq=False, repr=False)
class AlreadyWatching(RequestError):
    """Another poller holds the lock; `holder` is its process number where it is known."""

    holder: int | None

    def headline(self) -> str:
        return "Another arrowtui polls this store already"

    def hint(self) -> str:
        named = f" (process {self.holder})" if self.holder else ""
        return f"One is enough{named}: an open screen has one too. Use another --data folder for another store."
