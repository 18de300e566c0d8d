"""Failures of mailboxes. Reaching a server, and secrets that are not known, are in `errors`."""

from dataclasses import dataclass

from arrowtui.model.errors import FetchError, clip, not_there


@dataclass(eq=False, repr=False)
class LoginRefused(FetchError):
    """Wrong password, or a provider that wants another kind of login. `said` are the server's own words, "" if none."""

    host: str
    login: str
    said: str

    def headline(self) -> str:
        return f"{clip(self.host)} does not accept the login"

    def hint(self) -> str:
        said = f' It says: "{clip(self.said, 160)}".' if self.said else ""
        return (
            f"Many providers want a password made for this program (“app password”).{said} "
            f"Give the right one: `arrowtui login {self.login}`."
        )


@dataclass(eq=False, repr=False)
class NoSuchFolder(FetchError):
    """`folders` are some that are there."""

    host: str
    folder: str
    folders: tuple[str, ...]

    def headline(self) -> str:
        return f"{clip(self.host, 22)} has no folder {clip(self.folder, 18)!r}"

    def hint(self) -> str:
        return not_there(self.folders)


@dataclass(eq=False, repr=False)
class NotEncrypted(FetchError):
    """An address that would send the password in the clear through the internet."""

    host: str

    def headline(self) -> str:
        return f"The way to {clip(self.host)} is not encrypted"

    def hint(self) -> str:
        return "The password was not sent. Use imaps:// in the address; imap:// is for hosts of your own."


@dataclass(eq=False, repr=False)
class MailServerRefuses(FetchError):
    """The server answers NO or BAD to something that is allowed: too many connections, maintenance, a quota."""

    host: str
    said: str

    def headline(self) -> str:
        return f"{clip(self.host)} does not do as asked"

    def hint(self) -> str:
        said = f'It says: "{clip(self.said, 160)}". ' if self.said else ""
        return f"{said}It will be asked again later."


@dataclass(eq=False, repr=False)
class MailboxNotThere(FetchError):
    """`cause` are the system's words."""

    path: str
    cause: str

    def headline(self) -> str:
        return f"{clip(self.path, 36)} cannot be read"

    def hint(self) -> str:
        return f"The system says: {self.cause}. Correct the address in the settings if it has moved."


@dataclass(eq=False, repr=False)
class NotAMailbox(FetchError):
    """Something is there, but not what the address says. `wanted` is what would be one."""

    path: str
    wanted: str

    def headline(self) -> str:
        return f"{clip(self.path, 40)} is no mailbox"

    def hint(self) -> str:
        return f"Wanted is {self.wanted}. Nothing in it was changed."


@dataclass(eq=False, repr=False)
class MailOptionUnknown(FetchError):
    """An option of a mail source in the settings that means nothing."""

    option: str
    value: str
    allowed: str

    def headline(self) -> str:
        return f"Option {clip(self.option, 14)} cannot be {clip(self.value, 18)!r}"

    def hint(self) -> str:
        return f"In the settings it must be {self.allowed}."
