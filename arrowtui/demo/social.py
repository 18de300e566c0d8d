"""The social server of the demo: a call-out with a poll and what has been answered to it by now, and a hashtag."""

from datetime import datetime
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

import msgspec

HOST = "social.example.org"
API = "/api/"
INSTANCE = {"domain": HOST, "version": "4.4.0", "title": "Social"}
STATUSES = "/api/v1/statuses/"
TIMELINES = {"/api/v1/timelines/tag/askteachers": "ask-teachers.json"}
CALL_OUT = "call-out.json"

Status = dict[str, object]


class Tally(msgspec.Struct):
    """How many had voted for each option by then."""

    at: datetime
    votes: list[int]


class Told(msgspec.Struct):
    """A document: statuses as the server gives them; the first has a poll, whose history this is."""

    options: list[str]
    closes_at: str
    tallies: list[Tally]
    statuses: list[Status]

    def by(self, now: datetime) -> list[Status]:
        """What was said by then, the poll as it stood."""
        first = self.statuses[0]
        said = [one for one in self.statuses if datetime.fromisoformat(str(one["created_at"])) <= now]
        return [{**one, "poll": self._poll(first, now)} if one is first else one for one in said]

    def _poll(self, status: Status, now: datetime) -> Status:
        votes = [tally.votes for tally in self.tallies if tally.at <= now][-1]
        options = [{"title": label, "votes_count": count} for label, count in zip(self.options, votes, strict=True)]
        counts = {"votes_count": sum(votes), "voters_count": sum(votes)}
        return {"id": status["id"], "expires_at": self.closes_at, "options": options, **counts}


def answer(address: str, now: datetime) -> bytes | None:
    """What the server says at an hour, as JSON; None for what it does not have."""
    parts = urlsplit(address)
    if parts.path == "/api/v2/instance":
        return msgspec.json.encode(INSTANCE)
    if parts.path in TIMELINES:
        after = int(parse_qs(parts.query).get("min_id", ["0"])[0])
        return msgspec.json.encode([one for one in _told(TIMELINES[parts.path]).by(now) if int(str(one["id"])) > after])
    return _thread(parts.path, now) if parts.path.startswith(STATUSES) else None


def _thread(path: str, now: datetime) -> bytes | None:
    """A status by itself, or what was answered to the call-out."""
    number, _, context = path.removeprefix(STATUSES).partition("/")
    call_out = _told(CALL_OUT).by(now)
    if context:
        is_there = bool(call_out) and call_out[0]["id"] == number
        return msgspec.json.encode({"ancestors": [], "descendants": call_out[1:]}) if is_there else None
    every = [*call_out, *(one for name in TIMELINES.values() for one in _told(name).by(now))]
    return next((msgspec.json.encode(one) for one in every if one["id"] == number), None)


def _told(name: str) -> Told:
    return msgspec.json.decode((files("arrowtui.demo") / "feeds" / name).read_bytes(), type=Told)
