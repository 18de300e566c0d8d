"""Everything that may go wrong that a person may meet, with the words she reads.

A headline (under 60 characters) says what happened and to whom; a hint says what to do. Subclasses live here and in
the files `errors_*.py` beside this one, so that one test can walk over all of them.

ArrowError
├── FetchError               asking the world failed
├── StoreError               the file of items and notes cannot be used
├── SettingsError            the settings file is not understood
└── RequestError             what the person asked for cannot be done
"""

from collections.abc import Callable
from dataclasses import dataclass

from arrowtui.model.addresses import without_secrets


def clip(words: str, width: int = 28) -> str:
    """Shorten foreign words inside a headline, keeping both ends: hosts and paths are told apart by them."""
    return words if len(words) <= width else f"{words[: width // 2]}…{words[-(width // 2 - 1) :]}"


@dataclass(eq=False, repr=False)
class ArrowError(Exception):
    """Base of all. Subclasses are dataclasses whose fields are the facts."""

    def headline(self) -> str:
        raise NotImplementedError

    def hint(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return f"{self.headline()}. {self.hint()}"

    def __reduce__(self) -> tuple[Callable[..., "ArrowError"], tuple[type["ArrowError"], dict[str, object]]]:
        """Crosses from one process to another with its facts, however it was made."""
        return _told_again, (type(self), dict(vars(self)))


def _told_again(kind: type[ArrowError], facts: dict[str, object]) -> ArrowError:
    error = kind.__new__(kind)
    vars(error).update(facts)
    return error


class FetchError(ArrowError):
    """A source could not be asked or not understood. It keeps what it had."""


class StoreError(ArrowError):
    """The store file cannot be used as it is."""


class SettingsError(ArrowError):
    """The settings file is not understood."""


class RequestError(ArrowError):
    """What the person asked for cannot be done."""


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
    """429 or 503: the host wants to be left alone for a while."""

    host: str
    status: int
    wait_s: int

    def headline(self) -> str:
        minutes = max(1, round(self.wait_s / 60))
        return f"{clip(self.host)} asks to wait {minutes} min ({self.status})"

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


@dataclass(eq=False, repr=False)
class StoreNewer(StoreError):
    """The file was made by a later arrowtui; opening it could lose what that one knows."""

    path: str
    found: int
    known: int

    def headline(self) -> str:
        return "The store was made by a newer arrowtui"

    def hint(self) -> str:
        return f"Update arrowtui, or choose another data folder: {self.path} has layout {self.found}, not {self.known}."


@dataclass(eq=False, repr=False)
class StoreForeign(StoreError):
    """Another program's file."""

    path: str

    def headline(self) -> str:
        return "The store file belongs to another program"

    def hint(self) -> str:
        return f"It was not touched. Move {self.path} away, or choose another data folder."


@dataclass(eq=False, repr=False)
class StoreBroken(StoreError):
    path: str
    cause: str

    def headline(self) -> str:
        return "The store file is damaged"

    def hint(self) -> str:
        return f"Make a copy of {self.path}, then run `arrowtui doctor` ({self.cause}). A backup may lie beside it."


@dataclass(eq=False, repr=False)
class StoreLocked(StoreError):
    path: str
    waited_s: int

    def headline(self) -> str:
        return f"The store is busy: waited {self.waited_s} s"

    def hint(self) -> str:
        return f"Another program holds {self.path}. Nothing was changed; try again, or end that program."


@dataclass(eq=False, repr=False)
class StoreUnwritable(StoreError):
    path: str
    cause: str

    def headline(self) -> str:
        return "The store cannot be written"

    def hint(self) -> str:
        return f"Check that the folder exists and is yours: {self.path} ({self.cause})."


@dataclass(eq=False, repr=False)
class StoreFull(StoreError):
    path: str

    def headline(self) -> str:
        return "The disk is full: the store cannot grow"

    def hint(self) -> str:
        return f"Nothing was lost. Free some space where {self.path} lies, then do it again."


@dataclass(eq=False, repr=False)
class SqliteTooOld(StoreError):
    found: str
    wanted: str

    def headline(self) -> str:
        return f"SQLite {clip(self.found)} is too old"

    def hint(self) -> str:
        return f"arrowtui needs SQLite {self.wanted} or newer with full text search (FTS5): use a newer Python."


@dataclass(eq=False, repr=False)
class NoSuchNote(RequestError):
    number: int

    def headline(self) -> str:
        return f"There is no note {self.number}"

    def hint(self) -> str:
        return "It may belong to another data folder. The Journal tab lists all notes."


@dataclass(eq=False, repr=False)
class UnknownCommand(SettingsError):
    """The settings give keys to a command that does not exist."""

    name: str
    nearest: str | None = None

    def headline(self) -> str:
        return f"There is no command {clip(self.name, 20)!r} to give a key"

    def hint(self) -> str:
        meant = f"Did you mean {self.nearest!r}? " if self.nearest else ""
        return f"{meant}`arrowtui bindings` lists every command and its keys."


@dataclass(eq=False, repr=False)
class UnknownKey(SettingsError):
    """The settings name a key that no terminal sends, or one that is kept free."""

    key: str
    command: str
    is_reserved: bool = False

    def headline(self) -> str:
        kept = "is kept free" if self.is_reserved else "is not a key"
        return f"{clip(self.key, 12)!r} {kept} ({clip(self.command, 24)})"

    def hint(self) -> str:
        return (
            "A key is one character, two in a row such as gg, ^ and a capital letter, or a name: Enter, Esc, PgDn, F5."
        )


@dataclass(eq=False, repr=False)
class KeyClash(SettingsError):
    """The settings give one key to two commands, or make a key the beginning of another command's two."""

    key: str
    first: str
    second: str

    def headline(self) -> str:
        return f"Key {clip(self.key, 10)!r} means {clip(self.first, 14)} and {clip(self.second, 14)}"

    def hint(self) -> str:
        return "One key has one meaning everywhere: give one of them another key, or none ([])."


SHOWN_FAULTS = 5


@dataclass(frozen=True, slots=True)
class SettingsFault:
    """One fault of the settings file: its line (0: not known), its key and what is wrong with it."""

    line: int
    key: str
    why: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key} {self.why}" if self.line else f"{self.key} {self.why}"


@dataclass(eq=False, repr=False)
class SettingsNotToml(SettingsError):
    """The file is no TOML: one slip of the pen, so only the first is known. Line and column 0: not known."""

    path: str
    line: int
    column: int
    why: str

    def headline(self) -> str:
        return f"The settings cannot be read{f' from line {self.line}' if self.line else ''}"

    def hint(self) -> str:
        place = f", line {self.line}" if self.line else ""
        place += f", column {self.column}" if self.column else ""
        return f"In {self.path}{place}: {self.why}. Mend it with `arrowtui config edit`; nothing was lost."


@dataclass(eq=False, repr=False)
class SettingsFaulty(SettingsError):
    """The file is TOML but says what is not allowed."""

    path: str
    faults: tuple[SettingsFault, ...]

    def headline(self) -> str:
        return f"The settings have {len(self.faults)} fault{'s' if len(self.faults) > 1 else ''}"

    def hint(self) -> str:
        listed = "; ".join(str(fault) for fault in self.faults[:SHOWN_FAULTS])
        more = len(self.faults) - SHOWN_FAULTS
        rest = f"; and {more} more, see `arrowtui config check`" if more > 0 else ""
        said = f"In {self.path}: {listed}{rest}"
        return f"{said}{'' if said.endswith('?') else '.'} Mend it with `arrowtui config edit`; nothing was lost."


@dataclass(eq=False, repr=False)
class NotReadableAs(RequestError):
    """A file is not what it was taken for."""

    wanted: str

    def headline(self) -> str:
        return f"This is not {clip(self.wanted, 46)}"

    def hint(self) -> str:
        return "Feed addresses, web pages, OPML files and newsboat's urls file can be added."


@dataclass(eq=False, repr=False)
class SettingsUnwritable(SettingsError):
    path: str
    cause: str

    def headline(self) -> str:
        return "The settings file cannot be written"

    def hint(self) -> str:
        return f"{self.path}: {self.cause}. Nothing was changed; see that the file and its folder are yours."


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
class DraftUnwritable(StoreError):
    """What is being typed could not be put on the disk."""

    path: str
    cause: str

    def headline(self) -> str:
        return "The draft of the note cannot be written"

    def hint(self) -> str:
        return f"The system says about {clip(self.path, 60)}: {self.cause}. Copy the text before you quit."


@dataclass(eq=False, repr=False)
class EditorMissing(RequestError):
    """`command` is what the environment names, "" when it names nothing."""

    command: str

    def headline(self) -> str:
        return f"The editor {clip(self.command, 30)!r} was not found" if self.command else "No editor was found"

    def hint(self) -> str:
        return "Set VISUAL or EDITOR to the command that starts yours, for example EDITOR=nano."


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
