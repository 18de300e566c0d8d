"""Failures of notes on their way out and back: the vault's folder, git, files of other programs."""

from dataclasses import dataclass

from arrowtui.model.errors import RequestError, clip


class VaultError(RequestError):
    """Notes and files could not be brought together. Neither was changed by that."""


@dataclass(eq=False, repr=False)
class NoVault(VaultError):
    """The settings name no folder."""

    def headline(self) -> str:
        return "There is no vault yet"

    def hint(self) -> str:
        return "`arrowtui vault init FOLDER` makes one: your notes as Markdown files, two ways."


@dataclass(eq=False, repr=False)
class VaultMissing(VaultError):
    """The folder is not there, or it is empty where files of ours were: a disk that is not mounted looks like that."""

    folder: str

    def headline(self) -> str:
        return "The folder of the vault is not there"

    def hint(self) -> str:
        return (
            f"Nothing was changed. Is the disk with {clip(self.folder, 60)} mounted? "
            "If it is gone for good, `arrowtui vault init` begins a new one."
        )


@dataclass(eq=False, repr=False)
class VaultUnwritable(VaultError):
    path: str
    cause: str

    def headline(self) -> str:
        return "A file of the vault cannot be written"

    def hint(self) -> str:
        return f"The system says about {clip(self.path, 60)}: {self.cause}. The note is safe; it is tried again."


@dataclass(eq=False, repr=False)
class VaultBusy(VaultError):
    """Another process brings notes and files together right now."""

    def headline(self) -> str:
        return "Another arrowtui is at the vault just now"

    def hint(self) -> str:
        return "An open screen keeps it in step by itself. Try again in a moment."


@dataclass(eq=False, repr=False)
class GitMissing(VaultError):
    def headline(self) -> str:
        return "git is not installed"

    def hint(self) -> str:
        return "The vault works without it on one machine. Install git, or set git = false under [vault]."


@dataclass(eq=False, repr=False)
class GitNameless(VaultError):
    """git wants to know who commits."""

    said: str

    def headline(self) -> str:
        return "git does not know your name yet"

    def hint(self) -> str:
        return f"Tell it once: git config --global user.name, and user.email ({clip(self.said, 80)})."


@dataclass(eq=False, repr=False)
class GitFailed(VaultError):
    """git said no; `said` is its last word."""

    doing: str
    said: str

    def headline(self) -> str:
        return f"git could not {clip(self.doing, 36)}"

    def hint(self) -> str:
        return f"It says: {clip(self.said, 200)}. Your notes are as they were; it is tried again next time."


@dataclass(eq=False, repr=False)
class GitTooSlow(VaultError):
    doing: str
    waited_s: int

    def headline(self) -> str:
        return f"git took more than {self.waited_s} s to {clip(self.doing, 18)}"

    def hint(self) -> str:
        return "It was ended and nothing was lost. If it waits for a password, give git a key or a credential helper."


@dataclass(eq=False, repr=False)
class GitOffline(VaultError):
    """The other place cannot be reached. Usual: everything is committed here and goes out next time."""

    remote: str
    said: str

    def headline(self) -> str:
        return f"{clip(self.remote, 30)} cannot be reached by git"

    def hint(self) -> str:
        return f"Everything is committed here and goes out next time. git says: {clip(self.said, 160)}."


@dataclass(eq=False, repr=False)
class GitUnfinished(VaultError):
    """The person is in the middle of something with git herself."""

    what: str

    def headline(self) -> str:
        return f"A {clip(self.what, 16)} of yours is unfinished in the vault"

    def hint(self) -> str:
        return "Finish it or abort it with git; arrowtui does not touch it."


@dataclass(eq=False, repr=False)
class GitClash(VaultError):
    """Files that are not notes of ours were changed on both sides."""

    paths: tuple[str, ...]

    def headline(self) -> str:
        return "Other files were changed on both sides"

    def hint(self) -> str:
        shown = ", ".join(clip(path, 40) for path in self.paths[:4])
        more = f" and {len(self.paths) - 4} more" if len(self.paths) > 4 else ""
        return f"Bring {shown}{more} together with git yourself (git pull); your notes are committed and wait."


@dataclass(eq=False, repr=False)
class NoRepository(VaultError):
    folder: str

    def headline(self) -> str:
        return "The vault lies in no git repository"

    def hint(self) -> str:
        return f"`arrowtui vault init --git {clip(self.folder, 60)}` makes one, or clone yours and init there."


@dataclass(eq=False, repr=False)
class UnknownFormat(RequestError):
    """A file or folder to import that is nothing we know."""

    path: str

    def headline(self) -> str:
        return f"{clip(self.path, 30)} is nothing we can import"

    def hint(self) -> str:
        return (
            "Known are OPML, newsboat (urls, cache.db), Readwise, Pocket, Instapaper and Pinboard exports, bookmarks, "
            "Pinterest's data export, a folder of Markdown, and our own `export --all`."
        )


@dataclass(eq=False, repr=False)
class ExportTooNew(RequestError):
    """A folder that a later arrowtui wrote."""

    path: str
    found: int
    known: int

    def headline(self) -> str:
        return "A newer arrowtui wrote this export"

    def hint(self) -> str:
        return f"{clip(self.path, 60)} has layout {self.found}, this version knows {self.known}. Update arrowtui."


@dataclass(eq=False, repr=False)
class ExportBroken(RequestError):
    """A line of an export that cannot be read. Nothing was taken in."""

    path: str
    line: int
    why: str

    def headline(self) -> str:
        return f"The export is damaged: {clip(self.path, 24)}, line {self.line}"

    def hint(self) -> str:
        return f"Nothing was taken in. It says: {clip(self.why, 200)}."


@dataclass(eq=False, repr=False)
class FolderInUse(RequestError):
    """An export would go into a folder that holds other things."""

    path: str

    def headline(self) -> str:
        return f"{clip(self.path, 30)} is not empty"

    def hint(self) -> str:
        return "Name a new folder, an empty one, or one that holds an earlier export."
