"""Those who listen to a scripted server: over HTTP, or over a WebSocket."""

import asyncio
import json

from websockets.asyncio.server import ServerConnection


class Listener:
    """Somebody who listens to a hashtag, or (None) to everything, until `ended`."""

    def __init__(self, tag: str | None) -> None:
        self.tag = tag
        self.ended = asyncio.Event()
        self._unsaid: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    def tell(self, event: str, data: str) -> None:
        self._unsaid.put_nowait((event, data))

    async def run(self) -> None:
        """Pass on what is told, until the line breaks."""
        over = asyncio.create_task(self.ended.wait())
        try:
            while not over.done():
                word = asyncio.create_task(self._unsaid.get())
                await asyncio.wait({word, over}, return_when=asyncio.FIRST_COMPLETED)
                if word.done():
                    await self.pass_on(*word.result())
                else:
                    word.cancel()
        finally:
            over.cancel()

    async def pass_on(self, event: str, data: str) -> None:
        raise NotImplementedError


class SseListener(Listener):
    """Over HTTP."""

    def __init__(self, tag: str | None, writer: asyncio.StreamWriter) -> None:
        super().__init__(tag)
        self._writer = writer
        self.tell("", ":)")

    async def pass_on(self, event: str, data: str) -> None:
        said = f"event: {event}\ndata: {data}\n\n" if event else f"{data}\n"
        raw = said.encode()
        self._writer.write(f"{len(raw):x}\r\n".encode() + raw + b"\r\n")
        await self._writer.drain()


class SocketListener(Listener):
    """Over a WebSocket, where the payload is JSON inside a string."""

    def __init__(self, tag: str | None, stream: str, connection: ServerConnection) -> None:
        super().__init__(tag)
        self._stream, self._connection = stream, connection

    async def pass_on(self, event: str, data: str) -> None:
        if event:
            named = [self._stream, self.tag] if self.tag else [self._stream]
            await self._connection.send(json.dumps({"stream": named, "event": event, "payload": data}))

    async def run(self) -> None:
        await super().run()
        self._connection.transport.abort()
