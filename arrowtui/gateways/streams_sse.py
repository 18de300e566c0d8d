"""Server-sent events over HTTP: httpcore dials as for every other request, httpx-sse takes the stream apart."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

import httpcore
import httpx
from httpx_sse import EventSource, SSEError
from msgspec import Struct

from arrowtui.gateways.streams_line import OPEN_S, Call, Unfit, within
from arrowtui.gateways.web_decode import TooBig
from arrowtui.gateways.web_lines import Lines
from arrowtui.gateways.web_proxy import ProxyFor
from arrowtui.gateways.web_send import ERROR_BODY, Ask, headers_of, wired
from arrowtui.model.ports import Clock
from arrowtui.model.stream import Opened, Refused, Said
from arrowtui.model.wire import Reply, Request

ASKING = {"Accept": "text/event-stream", "Cache-Control": "no-store", "Accept-Encoding": "identity"}


class SseLine(Struct, frozen=True):
    """Hears over HTTP. Comment lines (`:thump`) are signs of life."""

    lines: Lines
    proxy_for: ProxyFor
    clock: Clock

    async def hear(self, call: Call) -> AsyncGenerator[Opened | Said | Refused, None]:
        """See `Line`."""
        proxy = self.proxy_for(call.target)
        line = (
            await self.lines.take(call.target, call.request.may_be_private)
            if proxy is None
            else self.lines.through(proxy)
        )
        headers = tuple({**call.headers, **ASKING}.items())
        asked = wired(Ask(call.target, "GET", headers, None, call.request.may_be_private))
        try:
            async with within(OPEN_S):
                response = await line.connection.handle_async_request(asked)
            if response.status != 200:
                yield Refused(await self._refusal(call, response))
                return
            yield Opened()
            async with aclosing(self._events(call, response)) as events:
                async for event in events:
                    yield event
        finally:
            await line.connection.aclose()

    async def _events(self, call: Call, response: httpcore.Response) -> AsyncGenerator[Said, None]:
        kind = headers_of(response.headers).get("content-type", "")
        body = Chunks(response, call.request.silence_s, call.most_bytes)
        source = EventSource(httpx.Response(200, headers={"content-type": kind}, stream=body))
        try:
            async with aclosing(source.aiter_sse()) as events:
                async for event in events:
                    yield Said(event.event, event.data, self.clock.now())
        except SSEError as cause:
            raise Unfit from cause

    async def _refusal(self, call: Call, response: httpcore.Response) -> Reply:
        body = b""
        async with within(OPEN_S):
            async for chunk in response.aiter_stream():
                body += chunk
                if len(body) > ERROR_BODY:
                    break
        asked = Request(call.request.address, step=call.request.step)
        found = headers_of(response.headers)
        return Reply(asked, response.status, call.request.address, found, body[:ERROR_BODY], self.clock.now())


class Chunks(httpx.AsyncByteStream):
    """The bytes of a stream as they come; silence and endless events end it.

    Raises: Overdue, TooBig.
    """

    def __init__(self, response: httpcore.Response, silence_s: float, most_bytes: int) -> None:
        self._response, self._silence_s, self._most_bytes = response, silence_s, most_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = aiter(self._response.aiter_stream())
        unfinished = 0
        while True:
            async with within(self._silence_s):
                chunk = await anext(chunks, None)
            if chunk is None:
                return
            unfinished = _unfinished(chunk, unfinished)
            if unfinished > self._most_bytes:
                raise TooBig
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()


def _unfinished(chunk: bytes, before: int) -> int:
    """How many bytes the event at the end of a chunk has so far: an empty line ends an event."""
    end = max(chunk.rfind(b"\n\n"), chunk.rfind(b"\r\n\r\n"), chunk.rfind(b"\r\r"))
    return before + len(chunk) if end < 0 else len(chunk) - end
