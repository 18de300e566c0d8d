"""Bluesky sessions: from an app password to an access token that is valid now, without logging in at each start.

To whoever sends requests this is a store of secrets: it answers for names of sessions and hands every other name on.

    bluesky-session:HANDLE            the access token; renewed in time before it runs out
    bluesky-session-renewed:HANDLE    the same, after the server refused the one it had been given

`@SERVER` behind the handle names another server than the usual one. A session is kept under `bluesky-tokens:HANDLE`,
the app password lies under `bluesky:HANDLE`. Source: com.atproto.server.createSession and refreshSession.
"""

import asyncio
import base64
import binascii
import logging
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

import msgspec
from msgspec import Struct

from arrowtui.gateways.hidden import Hidden, HiddenBytes
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, SecretMissing, ServerFault, UnreadableReply
from arrowtui.model.errors_sources import SecretNotGiven, TokenRefused
from arrowtui.model.ports import Clock, SecretStore, Wire
from arrowtui.model.wire import Reply, Request

log = logging.getLogger(__name__)

SESSION, RENEWED = "bluesky-session:", "bluesky-session-renewed:"
USUAL_SERVER = "https://bsky.social"
IN_TIME = timedelta(minutes=5)
"""A token is renewed so long before it runs out: it must still hold when the request arrives."""
JUST_MADE = timedelta(minutes=1)
"""A token so young cannot be the one that was refused: somebody else has just renewed it."""
DEFAULT_WAIT_S = 300


class SecretKeeper(Protocol):
    """Where a session is put down for the next start."""

    def put(self, name: str, value: str) -> None:
        """Raises: SecretNotGiven where nothing can be kept."""
        ...


class Tokens(msgspec.Struct, frozen=True, rename="camel"):
    """A session: what the server gives and what is kept, in one shape."""

    access_jwt: str
    refresh_jwt: str
    did: str = ""

    def __repr__(self) -> str:
        return "Tokens(…)"


class _Failure(msgspec.Struct, frozen=True):
    error: str = ""


class _Claims(msgspec.Struct, frozen=True):
    exp: int | float | None = None


class _Account(Struct, frozen=True):
    handle: str
    server: str

    @classmethod
    def of(cls, named: str) -> "_Account":
        handle, _, server = named.partition("@")
        return cls(handle, server or USUAL_SERVER)

    @property
    def kept_as(self) -> str:
        return f"bluesky-tokens:{self.handle}" + ("" if self.server == USUAL_SERVER else f"@{self.server}")

    @property
    def password_name(self) -> str:
        return f"bluesky:{self.handle}"

    @property
    def host(self) -> str:
        return self.server.partition("://")[2] or self.server


@dataclass
class BlueskySessions:
    """A `SecretStore` around another one. `wire` is how it logs in; it needs no secrets of its own."""

    secrets: SecretStore = field(repr=False)
    keeper: SecretKeeper = field(repr=False)
    wire: Wire = field(repr=False)
    clock: Clock
    _sessions: dict[_Account, Tokens] = field(default_factory=dict, repr=False)
    _made_at: dict[_Account, datetime] = field(default_factory=dict)
    _refused: dict[_Account, str] = field(default_factory=dict, repr=False)
    _turns: dict[_Account, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def value(self, name: str) -> str:
        """The secret of that name.

        Raises: SecretMissing; for sessions also TokenRefused, AskedToWait and what the wire raises.
        """
        prefix = next((known for known in (RENEWED, SESSION) if name.startswith(known)), None)
        if prefix is None:
            return await self.secrets.value(name)
        account = _Account.of(name.removeprefix(prefix))
        async with self._turns[account]:
            tokens = await self._current(account, was_refused=prefix == RENEWED)
        return tokens.access_jwt

    async def _current(self, account: _Account, *, was_refused: bool) -> Tokens:
        tokens = self._sessions.get(account) or await self._kept(account)
        if tokens is not None and not self._must_be_renewed(account, tokens, was_refused):
            self._sessions[account] = tokens
            return tokens
        renewed = await self._renewed(account, tokens) if tokens is not None else None
        return await self._keep(account, renewed or await self._logged_in(account))

    def _must_be_renewed(self, account: _Account, tokens: Tokens, was_refused: bool) -> bool:
        now = self.clock.now()
        made_at = self._made_at.get(account)
        if was_refused and (made_at is None or now - made_at > JUST_MADE):
            return True
        ends_at = expiry_of(tokens.access_jwt)
        return ends_at is not None and ends_at - now < IN_TIME

    async def _kept(self, account: _Account) -> Tokens | None:
        """The session of an earlier start; None where there is none, or none that can be read."""
        try:
            return msgspec.json.decode(await self.secrets.value(account.kept_as), type=Tokens)
        except (SecretMissing, msgspec.DecodeError):
            return None

    async def _keep(self, account: _Account, tokens: Tokens) -> Tokens:
        self._sessions[account], self._made_at[account] = tokens, self.clock.now()
        try:
            await asyncio.to_thread(self.keeper.put, account.kept_as, msgspec.json.encode(tokens).decode())
        except SecretNotGiven:
            log.info("no keyring: the next start logs in to Bluesky anew")
        return tokens

    async def _renewed(self, account: _Account, tokens: Tokens) -> Tokens | None:
        """A new pair for the old one; None where the old one is spent, so that the password must do."""
        headers = {"Authorization": Hidden(f"Bearer {tokens.refresh_jwt}")}
        reply = await self._post(account, "refreshSession", headers, b"")
        if reply.status in (400, 401):
            self._sessions.pop(account, None)
            return None
        return _tokens_in(reply, account)

    async def _logged_in(self, account: _Account) -> Tokens:
        """A new session. A password that was refused once is not tried again: accounts are locked for that."""
        password = await self.secrets.value(account.password_name)
        if self._refused.get(account) == password:
            raise TokenRefused(account.host, account.password_name)
        body = msgspec.json.encode({"identifier": account.handle, "password": password})
        reply = await self._post(account, "createSession", {"Content-Type": "application/json"}, HiddenBytes(body))
        if reply.status in (400, 401, 403):
            self._refused[account] = password
            raise TokenRefused(account.host, account.password_name)
        return _tokens_in(reply, account)

    async def _post(self, account: _Account, method: str, headers: Mapping[str, str], body: bytes) -> Reply:
        address = f"{account.server}/xrpc/com.atproto.server.{method}"
        request = Request(address, headers, "POST", body, conditional=False)
        return await self.wire.fetch(request)


def _tokens_in(reply: Reply, account: _Account) -> Tokens:
    """Raises: AskedToWait, ServerFault, UnreadableReply."""
    if reply.status != 200:
        raise _trouble(reply, account)
    try:
        return msgspec.json.decode(reply.body, type=Tokens)
    except msgspec.DecodeError:  # not as its cause: it would quote the body
        raise UnreadableReply(account.host, "a session") from None


def _trouble(reply: Reply, account: _Account) -> FetchError:
    if reply.status == 429:
        reset = reply.headers.get("ratelimit-reset", "")
        seconds = int(reset) - round(reply.received_at.timestamp()) if reset.isdecimal() else DEFAULT_WAIT_S
        return AskedToWait(account.host, 429, min(max(seconds, 60), 86_400))
    if reply.status >= 500:
        return ServerFault(account.host, reply.status)
    return UnreadableReply(account.host, "a session")


def expiry_of(token: str) -> datetime | None:
    """When a token (a JWT) says it ends; None where it does not say. Its signature is the server's business."""
    pieces = token.split(".")
    if len(pieces) != 3:
        return None
    try:
        claims = base64.urlsafe_b64decode(pieces[1] + "=" * (-len(pieces[1]) % 4))
        ends = msgspec.json.decode(claims, type=_Claims).exp
        return None if ends is None else datetime.fromtimestamp(ends, UTC)
    except (binascii.Error, msgspec.DecodeError, ValueError, OverflowError, OSError):
        return None
