"""Events over a WebSocket: dialled as every other request, so that private places stay private; then `websockets`."""

from collections.abc import AsyncGenerator
from contextlib import suppress

from msgspec import Struct
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosedOK, InvalidStatus, WebSocketException

from arrowtui.gateways.streams_line import OPEN_S, Call, Unfit, within
from arrowtui.gateways.web_connect import connected_to
from arrowtui.gateways.web_lines import Lines
from arrowtui.gateways.web_proxy import ProxyFor
from arrowtui.gateways.web_send import ERROR_BODY
from arrowtui.model.ports import Clock
from arrowtui.model.stream import Opened, Refused, Said
from arrowtui.model.wire import Reply, Request

FAREWELL_S = 1.0


class SocketLine(Struct, frozen=True):
    """Hears over a WebSocket. Answered pings are the signs of life."""

    lines: Lines
    proxy_for: ProxyFor
    clock: Clock

    async def hear(self, call: Call) -> AsyncGenerator[Opened | Said | Refused, None]:
        """See `Line`."""
        try:
            async with within(OPEN_S):
                connection = await self._connect(call)
        except InvalidStatus as refused:
            yield Refused(self._refusal(call, refused))
            return
        except WebSocketException as cause:
            raise Unfit from cause
        try:
            yield Opened()
            with suppress(ConnectionClosedOK):
                while True:
                    yield Said("message", await connection.recv(decode=True), self.clock.now())
        except WebSocketException as cause:
            raise ConnectionError("the line broke") from cause
        finally:
            await connection.close()

    async def _connect(self, call: Call) -> ClientConnection:
        target, request = call.target, call.request
        proxy = self.proxy_for(target)
        place = f"{'wss' if target.scheme == 'https' else 'ws'}://{target.netloc}{target.path}"
        sock = None
        if proxy is None:
            sock, _ = await connected_to(self.lines.resolve, target.host, target.port, request.may_be_private)
        return await connect(
            place,
            additional_headers={name: value for name, value in call.headers.items() if name != "User-Agent"},
            user_agent_header=call.headers["User-Agent"],
            proxy=proxy,
            ssl=self.lines.secure if target.scheme == "https" else None,
            max_size=call.most_bytes,
            open_timeout=OPEN_S,
            ping_interval=request.silence_s / 3,
            ping_timeout=request.silence_s / 3,
            close_timeout=FAREWELL_S,
            sock=sock,
        )

    def _refusal(self, call: Call, refused: InvalidStatus) -> Reply:
        response = refused.response
        asked = Request(call.request.address, step=call.request.step)
        headers = {name.lower(): value for name, value in response.headers.raw_items()}
        body = (response.body or b"")[:ERROR_BODY]
        return Reply(asked, response.status_code, call.request.address, headers, bytes(body), self.clock.now())
