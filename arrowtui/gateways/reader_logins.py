"""Logins of servers that gather feeds: from a password to what their interfaces want in its place.

To whoever sends requests this is a store of secrets: it answers for the names of `model.reader_account` and hands every
other name on. Nothing is kept for the next start: these servers give the same again, at the price of one request.
Source: ClientLogin as FreshRSS and Miniflux have it; https://feedafever.com/api (Fever: MD5 of `name:password`).
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import md5
from urllib.parse import urlencode

from arrowtui.gateways.hidden import Hidden, HiddenBytes
from arrowtui.gateways.private import is_own
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, NotThere, ServerFault, UnreadableReply
from arrowtui.model.errors_mail import LoginRefused
from arrowtui.model.errors_readers import ApiSwitchedOff, LoginInTheClear
from arrowtui.model.ports import Clock, SecretStore, Wire
from arrowtui.model.reader_account import KEY, KEY_RENEWED, RENEWED, SESSION, TOKEN, TOKEN_RENEWED, ReaderAccount
from arrowtui.model.wire import Reply, Request

GREADER, FEVER = "greader", "fever"
LOGIN, WRITE_TOKEN = "/accounts/ClientLogin", "/reader/api/0/token"
JUST_MADE = timedelta(minutes=1)
"""A login so young cannot be the one that was refused for its age: another would be the same."""
WAIT_S, LONGEST_WAIT_S = 300, 86_400
LONGEST_TOKEN = 512


@dataclass(frozen=True, slots=True)
class _Made:
    """What a server gave, and when."""

    value: str = field(repr=False)
    made_at: datetime


@dataclass
class ReaderLogins:
    """A `SecretStore` around another one. `wire` is how it logs in; it needs no secrets of its own.

    `forget` is told the name of a password that was refused; `own_hosts` may be logged in to without encryption.
    """

    secrets: SecretStore = field(repr=False)
    wire: Wire = field(repr=False)
    clock: Clock
    forget: Callable[[str], None] = lambda name: None
    own_hosts: Collection[str] = ()
    _made: dict[str, _Made] = field(default_factory=dict, repr=False)
    _refused: dict[str, str] = field(default_factory=dict, repr=False)
    _turns: dict[ReaderAccount, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))

    async def value(self, name: str) -> str:
        """The secret of that name.

        Raises: SecretMissing; for those made here also LoginRefused, LoginInTheClear, ApiSwitchedOff, AskedToWait,
            NotThere, ServerFault, UnreadableReply and what the wire raises.
        """
        for prefix in (SESSION, RENEWED, TOKEN, TOKEN_RENEWED, KEY, KEY_RENEWED):
            if name.startswith(prefix):
                account = ReaderAccount.named_in(name, prefix)
                if account.base.startswith("http://") and not is_own(account.host, self.own_hosts):
                    raise LoginInTheClear(account.host)
                async with self._turns[account]:
                    return await self._of(account, prefix)
        return await self.secrets.value(name)

    async def _of(self, account: ReaderAccount, prefix: str) -> str:
        if prefix in (KEY, KEY_RENEWED):
            return await self._key(account, is_anew=prefix == KEY_RENEWED)
        if prefix in (SESSION, RENEWED):
            return await self._session(account, is_anew=prefix == RENEWED)
        return await self._token(account, is_anew=prefix == TOKEN_RENEWED)

    async def _session(self, account: ReaderAccount, *, is_anew: bool) -> str:
        name = account.secret(SESSION)
        if (known := self._still_good(name, is_anew=is_anew)) is not None:
            return known
        return self._keep(name, await self._logged_in(account))

    async def _logged_in(self, account: ReaderAccount) -> str:
        """Log in. A password that was refused once is not tried again: it would be told an attack."""
        name = account.password(GREADER)
        password = await self.secrets.value(name)
        if self._refused.get(name) == password:
            self.forget(name)
            raise LoginRefused(account.host, name, "")
        body = HiddenBytes(urlencode({"Email": account.user, "Passwd": password}).encode("ascii"))
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        request = Request(f"{account.base}{LOGIN}", headers, "POST", body, conditional=False)
        reply = await self.wire.fetch(request)
        if reply.status in (400, 401, 403):  # FreshRSS says 400 to a name no account can have
            self._refused[name] = password
            self.forget(name)
            raise LoginRefused(account.host, name, "")
        if reply.status != 200:
            raise _trouble(reply, account)
        lines = (line.partition("=") for line in reply.body.decode("utf-8", "replace").splitlines())
        auth = next((value.strip() for word, _, value in lines if word.strip() == "Auth"), "")
        if not _is_token(auth):
            raise UnreadableReply(account.host, "a Google Reader login")
        return auth

    async def _token(self, account: ReaderAccount, *, is_anew: bool) -> str:
        """What a form must carry. A server that has none takes the login itself."""
        name = account.secret(TOKEN)
        if (known := self._still_good(name, is_anew=is_anew)) is not None:
            return known
        auth = await self._session(account, is_anew=False)
        headers = {"Authorization": Hidden(f"GoogleLogin auth={auth}")}
        reply = await self.wire.fetch(Request(f"{account.base}{WRITE_TOKEN}", headers, conditional=False))
        if reply.status in (401, 403):
            raise LoginRefused(account.host, account.password(GREADER), "")
        if reply.status not in (200, 404):
            raise _trouble(reply, account)
        given = reply.body[: LONGEST_TOKEN + 2].decode("utf-8", "replace").strip()
        return self._keep(name, given if reply.status == 200 and _is_token(given) else auth)

    async def _key(self, account: ReaderAccount, *, is_anew: bool) -> str:
        """Fever's key. One that was refused is made again only of another password."""
        name = account.password(FEVER)
        was = await self.secrets.value(name)
        if is_anew:
            self.forget(name)
            if await self.secrets.value(name) == was:
                raise LoginRefused(account.host, name, "")
            was = await self.secrets.value(name)
        return md5(f"{account.user}:{was}".encode(), usedforsecurity=False).hexdigest()

    def _still_good(self, name: str, *, is_anew: bool) -> str | None:
        known = self._made.get(name)
        if known is None or (is_anew and self.clock.now() - known.made_at > JUST_MADE):
            return None
        return known.value

    def _keep(self, name: str, value: str) -> str:
        self._made[name] = _Made(value, self.clock.now())
        return value


def _is_token(words: str) -> bool:
    """Whether it may be what a server gives in place of a password: one word of signs that a header can hold."""
    return (
        0 < len(words) <= LONGEST_TOKEN and words.isascii() and words.isprintable() and not set(words) & set(" <>[]{}")
    )


def _trouble(reply: Reply, account: ReaderAccount) -> FetchError:
    if reply.status == 503 and reply.body.strip() == b"Service Unavailable!":  # the words of FreshRSS
        return ApiSwitchedOff(account.host)
    if reply.status in (429, 503):
        said = reply.headers.get("retry-after", "")
        wait_s = int(said[:6]) if said.isascii() and said.isdigit() else WAIT_S
        return AskedToWait(account.host, reply.status, min(max(wait_s, 60), LONGEST_WAIT_S))
    if reply.status == 404:
        return NotThere(account.host)
    if reply.status >= 500:
        return ServerFault(account.host, reply.status)
    return UnreadableReply(account.host, "a Google Reader login")
