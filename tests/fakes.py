"""The scripted world: a clock that stands still, a wire that answers from a list, a browser that only remembers."""

from collections import defaultdict, deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import ServerUnreachable
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class FakeClock:
    """Tells the hour it was set to."""

    def __init__(self, start: datetime = NOON) -> None:
        self.hour = start

    def now(self) -> datetime:
        return self.hour

    def forward(self, **units: float) -> None:
        """Let time pass: forward(minutes=5)."""
        self.hour += timedelta(**units)


class FakeWire:
    """Answers each address from its script; the last answer is repeated. An unknown address is unreachable."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.asked: list[tuple[Request, Validators | None]] = []
        self._scripts: dict[str, deque[Reply | FetchError]] = defaultdict(deque)

    def answers(
        self,
        address: str,
        body: bytes | str = b"",
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        final: str | None = None,
        moved_to: str | None = None,
    ) -> None:
        """Add one reply to the script of `address`."""
        raw = body.encode() if isinstance(body, str) else body
        names = {name.lower(): value for name, value in (headers or {}).items()}
        reply = Reply(Request(address), status, final or address, names, raw, self.clock.now(), moved_to)
        self._scripts[address].append(reply)

    def says_from_now_on(self, address: str, body: str) -> None:
        """Forget the script of `address`; it says this instead."""
        self._scripts[address].clear()
        self.answers(address, body)

    def fails(self, address: str, error: FetchError) -> None:
        """Add one failure to the script of `address`."""
        self._scripts[address].append(error)

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        self.asked.append((request, validators))
        script = self._scripts.get(request.address)
        if not script:
            raise ServerUnreachable(request.address, "no such host")
        answer = script.popleft() if len(script) > 1 else script[0]
        if isinstance(answer, FetchError):
            raise answer
        return Reply(
            request, answer.status, answer.address, answer.headers, answer.body, self.clock.now(), answer.moved_to
        )


class FakeBrowser:
    """Remembers what it was asked to open."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open(self, link: str) -> bool:
        self.opened.append(link)
        return True
