"""Each scheme has its gateway."""

import pytest

from arrowtui.gateways.switchboard import Switchboard
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.wire import Request
from tests.fakes import FakeWire


class Closable(FakeWire):
    closed = 0

    async def close(self) -> None:
        self.closed += 1


async def test_a_request_goes_to_the_gateway_of_its_scheme_which_is_made_once(wire: FakeWire) -> None:
    web, mail = Closable(wire.clock), Closable(wire.clock)
    made: list[Closable] = []
    web.answers("https://a.example/", "web")
    web.answers("http://a.example/", "plain web")
    mail.answers("imaps://a.example/Box", "mail")

    def of(gateway: Closable) -> Closable:
        made.append(gateway)
        return gateway

    makers = {"https": lambda: of(web), "imaps": lambda: of(mail)}
    board = Switchboard({**makers, "http": makers["https"]})
    bodies = [
        (await board.fetch(Request(a))).body
        for a in ("https://a.example/", "http://a.example/", "imaps://a.example/Box")
    ]
    await board.close()

    assert bodies == [b"web", b"plain web", b"mail"]
    assert made == [web, mail]
    assert (web.closed, mail.closed) == (1, 1)


async def test_a_scheme_nobody_speaks_is_told(wire: FakeWire) -> None:
    with pytest.raises(UnfitAddress):
        await Switchboard({}).fetch(Request("gopher://a.example/"))
