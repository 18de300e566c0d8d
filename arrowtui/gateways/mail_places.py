"""What lies at a path a person typed: a mailbox, and of which make."""

from pathlib import Path

from arrowtui.gateways.mail_mbox import begins_as_mbox
from arrowtui.model.mailbox import MailFiles


def mailbox_at(typed: str) -> MailFiles | None:
    """The mailbox at an absolute path, `~/…` or file:// address; None where there is none. Only looks."""
    try:
        path = Path(typed.strip().removeprefix("file://")).expanduser()
        store = _store(path) if path.is_absolute() else None
    except (OSError, ValueError, RuntimeError):  # not readable, a NUL in it, no such home
        return None
    return MailFiles(store, str(path)) if store else None


def _store(path: Path) -> str | None:
    if path.is_file():
        with path.open("rb") as file:
            return "mbox" if begins_as_mbox(file) else None
    if (path / "new").is_dir() and (path / "cur").is_dir():
        return "maildir"
    return "eml" if path.is_dir() and any(path.glob("*.eml")) else None
