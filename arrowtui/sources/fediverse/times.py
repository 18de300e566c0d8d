"""Times as these servers write them, and as they are remembered: whole seconds or milliseconds since 1970."""

from datetime import UTC, datetime


def moment(said: str | None) -> datetime | None:
    """An ISO 8601 time, aware UTC; one without a zone is meant as UTC. None for anything else."""
    try:
        found = datetime.fromisoformat(said.strip()) if said else None
        return found and (found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


def seconds(at: datetime | None) -> int:
    """Whole seconds since 1970; 0 for no time."""
    return int(at.timestamp()) if at else 0


def milliseconds(said: str | None) -> int:
    """The same of a written time, in milliseconds."""
    at = moment(said)
    return int(at.timestamp() * 1000) if at else 0
