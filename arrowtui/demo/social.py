"""The social server of the demo: one call-out with a poll, and what has been answered to it by now."""

from datetime import datetime
from importlib.resources import files
from urllib.parse import urlsplit

import msgspec

HOST = "social.example.org"
API = "/api/"
INSTANCE = {"domain": HOST, "version": "4.4.0", "title": "Social"}
STATUSES = "/api/v1/statuses/"


class Tally(msgspec.Struct):
    """How many had voted for each option by then."""

    at: datetime
    votes: list[int]


class CallOut(msgspec.Struct):
    """The document: the statuses as the server gives them, the first the call-out, and its poll with its history."""

    options: list[str]
    closes_at: str
    tallies: list[Tally]
    statuses: list[dict[str, object]]


def answer(address: str, now: datetime) -> bytes | None:
    """What the server says at an hour, as JSON; None for what it does not have."""
    path = urlsplit(address).path
    if path == "/api/v2/instance":
        return msgspec.json.encode(INSTANCE)
    told = msgspec.json.decode((files("arrowtui.demo") / "feeds" / "call-out.json").read_bytes(), type=CallOut)
    said = [one for one in told.statuses if datetime.fromisoformat(str(one["created_at"])) <= now]
    if not said or not path.startswith(f"{STATUSES}{said[0]['id']}"):
        return None
    if path.endswith("/context"):
        return msgspec.json.encode({"ancestors": [], "descendants": said[1:]})
    return msgspec.json.encode({**said[0], "poll": _poll(told, now)})


def _poll(told: CallOut, now: datetime) -> dict[str, object]:
    """The poll with the votes it had by then."""
    votes = [tally.votes for tally in told.tallies if tally.at <= now][-1]
    options = [{"title": label, "votes_count": count} for label, count in zip(told.options, votes, strict=True)]
    people = sum(votes)
    return {"id": "1", "expires_at": told.closes_at, "options": options, "votes_count": people, "voters_count": people}
