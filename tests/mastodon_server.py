"""A server of the Mastodon family on 127.0.0.1 that keeps posts, timelines, threads and streams as the real ones do.

    async with MastodonServer(clock) as social:
        question = social.post("hostess", "Q1: what do you do on Mondays? #edchat")
        social.post("ida", "Sleep.", reply_to=question)
        social.edit(question, "Q1: what do you do on Tuesdays? #edchat"); social.delete(question)
        social.at("/tags/edchat")                 # the address of a source
        await social.listeners(1); social.thump(); await social.drop()   # streams: posts are told to them by themselves

What differs from server to server is a field. `social.web.on(path, act)` scripts any single path instead.
"""

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

from websockets.asyncio.server import Server as SocketServer
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request as Handshake
from websockets.http11 import Response as Refusal

from tests.mastodon_api import BAD_TOKEN, NOT_FOUND, MastodonApi, Query
from tests.mastodon_listeners import Listener, SocketListener, SseListener
from tests.mastodon_posts import FakePoll, FakePost
from tests.server import Asked, Server

PATIENCE_S = 60
"""What has not happened by then will not: the test fails instead of waiting on."""


@dataclass
class MastodonServer(MastodonApi):
    """See `MastodonApi` for what can be set."""

    web: Server = field(init=False)
    _heard: list[Listener] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _sockets: SocketServer | None = None

    async def __aenter__(self) -> Self:
        self.web = Server(otherwise=self)
        await self.web.__aenter__()
        self.domain = self.domain or f"127.0.0.1:{self.web.port}"
        if self.has_websocket:
            self._sockets = await serve(self._socket, "127.0.0.1", 0, process_request=self._greet, close_timeout=0.1)
        port = self._sockets.sockets[0].getsockname()[1] if self._sockets else self.web.port
        self.base, self.streaming = self.web.at(""), f"ws://127.0.0.1:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.drop()
        if self._sockets is not None:
            self._sockets.close()
            await self._sockets.wait_closed()
        await self.web.__aexit__(kind, error, trace)

    def at(self, path: str) -> str:
        """The whole address of a path."""
        return self.web.at(path)

    def paths(self) -> list[str]:
        """What was asked for, in order, without queries."""
        return [urlsplit(path).path for path in self.web.paths()]

    # People write

    def post(
        self,
        author: str,
        text: str,
        *,
        host: str = "",
        reply_to: FakePost | None = None,
        boost_of: FakePost | None = None,
        at: datetime | None = None,
        warning: str = "",
        poll: FakePoll | None = None,
        pictures: Sequence[tuple[str, str | None]] = (),
        visibility: str = "public",
        uri: str = "",
        is_told: bool = True,
    ) -> FakePost:
        """Somebody posts, answers or boosts; whoever listens is told."""
        who, number = self.account(author, host), len(self.posts)
        when = at or self.clock.now() + timedelta(milliseconds=number)
        name = self.make_id(number, when)
        uri = uri or f"{who.scheme}://{who.host}/users/{who.name}/statuses/{name}"
        post = FakePost(
            name,
            uri,
            who,
            text,
            when,
            reply_to,
            boost_of,
            warning=warning,
            poll=poll,
            pictures=pictures,
            visibility=visibility,
        )
        if reply_to is not None:
            reply_to.replies += 1
        self.posts.append(post)
        if is_told:
            self.tell("update", post)
        return post

    def receive(self, post: FakePost, reply_to: FakePost | None = None) -> FakePost:
        """A post of another server arrives here: the same `uri`, another id."""
        host = post.author.host
        return self.post(post.author.name, post.text, host=host, at=post.at, uri=post.uri, reply_to=reply_to)

    def edit(self, post: FakePost, text: str, *, new_id: str = "") -> None:
        """Somebody edits; some servers give the post a new id by that."""
        post.text, post.edited_at, post.id = text, self.clock.now(), new_id or post.id
        self.tell("status.update", post)

    def delete(self, post: FakePost) -> None:
        """Somebody deletes."""
        post.is_gone = True
        self.tell("delete", post)

    # Who listens

    async def listeners(self, count: int) -> None:
        """Wait until so many listen."""
        async with asyncio.timeout(PATIENCE_S):
            while len(self._heard) != count:
                self._changed.clear()
                await self._changed.wait()

    async def left_alone(self) -> None:
        """Wait until nobody listens; a server notices it when it gives a sign of life."""
        async with asyncio.timeout(PATIENCE_S):
            while self._heard:
                self.thump()
                await asyncio.sleep(0)

    def say(self, event: str, data: str) -> None:
        """Tell everybody something, whatever it is."""
        for one in self._heard:
            one.tell(event, data)

    def thump(self) -> None:
        """Give a sign of life."""
        for one in self._heard:
            one.tell("", ":thump")

    async def drop(self) -> None:
        """Break every line."""
        for one in self._heard:
            one.ended.set()
        await self.listeners(0)

    def tell(self, event: str, post: FakePost) -> None:
        """Tell those it concerns of a post; happens by itself, and here once more."""
        data = post.id if event == "delete" else json.dumps(post.shown_on(self.domain))
        for one in self._heard:
            if one.tag is None or one.tag in post.tags:
                one.tell(event, data)

    async def _listen(self, listener: Listener) -> None:
        self._heard.append(listener)
        self._changed.set()
        try:
            await listener.run()
        finally:
            self._heard.remove(listener)
            self._changed.set()

    # The WebSocket, on a port of its own as larger servers have it

    def _greet(self, connection: ServerConnection, asked: Handshake) -> Refusal | None:
        query = dict(parse_qsl(urlsplit(asked.path).query))
        given = asked.headers.get("Authorization", "").removeprefix("Bearer ") or query.get("access_token", "")
        return None if given == self.token else connection.respond(HTTPStatus.UNAUTHORIZED, json.dumps(BAD_TOKEN))

    async def _socket(self, connection: ServerConnection) -> None:
        query = dict(parse_qsl(urlsplit(connection.request.path if connection.request else "").query))
        with suppress(ConnectionError):
            await self._listen(SocketListener(query.get("tag"), query.get("stream", ""), connection))

    # The interface

    async def play(self, asked: Asked, writer: asyncio.StreamWriter) -> bool:
        """Answer a request."""
        parts = urlsplit(asked.path)
        steps, query = [unquote(step) for step in parts.path.split("/") if step], parse_qs(parts.query)
        given = asked.headers.get("authorization")
        if given is not None and given != f"Bearer {self.token}":
            return await self.json(401, BAD_TOKEN).play(asked, writer)
        if steps[:3] == ["api", "v1", "streaming"]:
            return await self._sse(steps[3:], query, bool(given), writer)
        answer = self.answer(steps, query, bool(given)) or self.json(404, NOT_FOUND)
        return await answer.play(asked, writer)

    async def _sse(self, steps: list[str], query: Query, is_known: bool, writer: asyncio.StreamWriter) -> bool:
        if not is_known:
            refusal = self.json(401, {"error": "Missing access token"})
            writer.write(refusal.head(len(refusal.body)) + refusal.body)
            return True
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
        tag = query.get("tag", [None])[0] if steps[0] == "hashtag" else None
        with suppress(ConnectionError):
            await self._listen(SseListener(tag, writer))
        return False
