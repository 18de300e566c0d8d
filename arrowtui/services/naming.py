"""Which source does a person mean by a name she typed?"""

from collections.abc import Sequence
from difflib import get_close_matches

from arrowtui.model.errors_requests import RemovedSource, SeveralSources, UnknownSource
from arrowtui.model.subscription import SourceRow


def named(rows: Sequence[SourceRow], name: str) -> SourceRow:
    """The source with this title or address; else the only one whose title or address holds the words.

    Raises: UnknownSource (with the nearest title), SeveralSources.
    """
    wanted = name.strip().casefold()
    found = [row for row in rows if row.address == name.strip()]  # paths may differ by capitals alone
    found = found or [row for row in rows if wanted in _names(row)]
    found = found or [row for row in rows if wanted and any(wanted in called for called in _names(row))]
    if not found:
        near = get_close_matches(name, [row.title for row in rows], n=1)
        raise UnknownSource(name, near[0] if near else None)
    if len(found) > 1:
        raise SeveralSources(name, tuple(row.shown_address for row in found))
    return found[0]


def named_in_settings(rows: Sequence[SourceRow], name: str) -> SourceRow:
    """The same among those the settings list. Raises: also RemovedSource, for one they listed once."""
    try:
        return named([row for row in rows if row.is_wanted], name)
    except UnknownSource as unknown:
        try:
            gone = named([row for row in rows if not row.is_wanted], name)
        except (UnknownSource, SeveralSources):
            raise unknown from None
        raise RemovedSource(gone.title) from None


def _names(row: SourceRow) -> tuple[str, ...]:
    """All that a source is called by: its title, its address as it is and as it is shown, and that without scheme."""
    address, shown = row.address.casefold(), row.shown_address.casefold()
    return row.title.casefold(), address, address.partition("://")[2], shown, shown.partition("://")[2]
