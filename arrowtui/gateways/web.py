"""The only way out of the house: requests sent, redirects followed by our own rules, secrets put in at the last moment.

Nothing that leaves this file (reply, error, log line) holds a secret. Why httpcore (httpx's engine) is driven
directly, and what that gains: docs/notes/polling.md.
"""

import logging
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus, urlencode

from arrowtui import HOMEPAGE, __version__
from arrowtui.gateways.neighbours import Neighbours
from arrowtui.gateways.web_address import Target, redirected, shown_host, target_of
from arrowtui.gateways.web_connect import Resolve, Resolver
from arrowtui.gateways.web_decode import ACCEPTED
from arrowtui.gateways.web_lines import Lines, Turns
from arrowtui.gateways.web_proxy import ProxyFor, environment_proxies
from arrowtui.gateways.web_send import Answer, Ask, Limits, Sender
from arrowtui.gateways.web_trouble import EXPECTED, trouble_of
from arrowtui.model.errors_fetching import RedirectRefused, SecretMissing
from arrowtui.model.ports import Clock, SecretStore
from arrowtui.model.replace import replace
from arrowtui.model.subscription import Validators
from arrowtui.model.wire import Reply, Request

MOST_HOPS = 10
PERMANENT = {301, 308}
REDIRECTS = {301, 302, 303, 307, 308}
OURS = {"host", "content-length", "transfer-encoding", "connection", "accept-encoding", "te", "upgrade"}
"""Headers that belong to the way of sending: no adapter may set them."""
PERSONAL = {"authorization", "cookie", "proxy-authorization"}
"""Headers that stay behind when a redirect leaves the origin."""


class NoSecrets:
    """A store that knows none."""

    async def value(self, name: str) -> str:
        raise SecretMissing(name)


@dataclass(frozen=True, slots=True)
class _Hop:
    """Where a fetch stands: the target with its secrets in place, and its address as anybody may see it."""

    target: Target
    shown: str
    method: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes | None = field(repr=False)
    may_be_private: bool
    permanent: bool = True  # every redirect so far was


class Web:
    """The `Wire` of the real world. One for a whole process; `close` when done."""

    def __init__(
        self,
        clock: Clock,
        secrets: SecretStore | None = None,
        *,
        limits: Limits = Limits(),  # noqa: B008 frozen
        resolve: Resolve | None = None,
        proxy_for: ProxyFor | None = None,
        context: ssl.SSLContext | None = None,
        neighbours: Neighbours | None = None,
    ) -> None:
        """`resolve`, `proxy_for` and `context` (TLS) default to the system's; tests hand in their own. A host is
        asked in turn with `neighbours`."""
        self._clock, self._secrets, self._limits = clock, secrets or NoSecrets(), limits
        self._resolver = Resolver()
        self._lines = Lines(resolve or self._resolver, context)
        turns = Turns(neighbours or Neighbours(), clock)
        self._sender = Sender(self._lines, turns, self._lines.resolve, proxy_for or environment_proxies(), limits)
        logging.getLogger("httpcore").setLevel(logging.WARNING)  # its debug lines hold headers, and so secrets

    async def fetch(self, request: Request, validators: Validators | None = None) -> Reply:
        """Send a request, follow where it leads, read the whole reply.

        Validators go, verbatim, only to the address they belong to. A name and password in the address become a
        login for that origin alone.

        Returns: any reply with a status, errors and 304 included; bodies of refusals are cut at 64 KiB.
        Raises: AskedToWait, ServerUnreachable, ServerTooSlow, ReplyTooBig, RedirectRefused, SecretMissing.
        """
        request, given = await self._with_secrets(request)
        hop, seen = _first_hop(request, given), set[str]()
        for _ in range(MOST_HOPS + 1):
            seen.add(hop.target.address)
            answer = await self._send(hop, shown_host(request.address), _conditions(request, hop, validators))
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or not location:
                is_bare = not given and target_of(request.address).login is None  # a login would be lost on the way
                return self._reply(request, hop, answer, moved=len(seen) > 1 and hop.permanent and is_bare)
            hop = _next_hop(hop, answer, location, given)
            if hop.target.address in seen and hop.method == "GET":
                raise RedirectRefused(shown_host(request.address), hop.shown, "it leads round in a circle")
        raise RedirectRefused(shown_host(request.address), hop.shown, f"more than {MOST_HOPS} redirects in a row")

    async def _with_secrets(self, request: Request) -> tuple[Request, list[str]]:
        """The request with the secrets that are known, and their values. Raises: SecretMissing for one it needs."""
        uses, given = [], []
        for use in request.secrets:
            try:
                given.append(await self._secrets.value(use.name))
                uses.append(use)
            except SecretMissing:
                if not use.is_optional:
                    raise
        return (request if len(uses) == len(request.secrets) else replace(request, secrets=tuple(uses))), given

    async def close(self) -> None:
        """Hang up on everybody."""
        await self._lines.close()
        self._resolver.close()

    async def _send(self, hop: _Hop, asked_host: str, conditions: Mapping[str, str]) -> Answer:
        headers = {**hop.headers, **conditions}
        ask = Ask(hop.target, hop.method, tuple(headers.items()), hop.body, hop.may_be_private)
        try:
            return await self._sender.send(ask)
        except EXPECTED as cause:
            host = shown_host(hop.shown)
            raise trouble_of(cause, host, asked_host, hop.shown, self._limits.size) from cause

    def _reply(self, request: Request, hop: _Hop, answer: Answer, moved: bool) -> Reply:
        return Reply(
            request=request,
            status=answer.status,
            address=hop.shown,
            headers=answer.headers,
            body=answer.body,
            received_at=self._clock.now(),
            moved_to=hop.shown if moved else None,
        )


def _first_hop(request: Request, given: list[str]) -> _Hop:
    target = target_of(request.address)
    body = request.body
    headers = {
        "User-Agent": f"arrowtui/{__version__} (+{HOMEPAGE})",
        "Accept": "*/*",
        "Accept-Encoding": ACCEPTED,
    }
    for name, value in request.headers.items():
        if name.lower() not in OURS:
            headers = {known: kept for known, kept in headers.items() if known.lower() != name.lower()}
            headers[name] = value
    if target.login:
        headers.setdefault("Authorization", target.login)
    for use, value in zip(request.secrets, given, strict=True):
        place, name = use.place
        written = use.template.replace("{}", value)
        if place == "header":
            headers[name] = written
        elif place == "form":
            body = b"&".join(filter(None, (body, urlencode({name: written}).encode("ascii"))))
        else:
            joint = "&" if "?" in target.path else "?"
            target = replace(target, path=f"{target.path}{joint}{quote_plus(name)}={quote_plus(written)}")
    return _Hop(target, request.address, request.method, headers, body, may_be_private=not request.is_foreign)


def _next_hop(hop: _Hop, answer: Answer, location: str, given: list[str]) -> _Hop:
    """Raises: RedirectRefused."""
    try:
        target = redirected(hop.target.address, location)
    except RedirectRefused as refused:
        raise RedirectRefused(refused.host, _without(refused.target, given), refused.why) from None
    keeps_method = answer.status in {307, 308} or hop.method in {"GET", "HEAD"}
    stays = target.origin == hop.target.origin
    secret = PERSONAL | ({name.lower() for name in hop.headers} - ANYONES if given else set())
    headers = {name: value for name, value in hop.headers.items() if stays or name.lower() not in secret}
    if keeps_method and hop.body and not _is_at_home(target, hop.target):  # a form may hold a login
        raise RedirectRefused(shown_host(hop.shown), _without(target.address, given), "it leads to another server")
    if not keeps_method:
        headers.pop("Content-Type", None)
    return _Hop(
        target=target,
        shown=_without(target.address, given),
        method=hop.method if keeps_method else "GET",
        headers=headers,
        body=hop.body if keeps_method else None,
        may_be_private=answer.is_private,  # who was sent inside by the person may stay there; nobody is let in
        permanent=hop.permanent and answer.status in PERMANENT,
    )


def _is_at_home(target: Target, asked: Target) -> bool:
    """Whether a redirect stays with the server it came from, if only to go on encrypted."""
    return target.host == asked.host and (target.port == asked.port or target.scheme != asked.scheme)


ANYONES = {"user-agent", "accept", "accept-encoding", "accept-language", "content-type"}


def _without(address: str, given: list[str]) -> str:
    """The address with every secret struck out: servers repeat queries in their redirects."""
    for value in given:
        for written in {value, quote(value, safe=""), quote_plus(value)}:
            address = address.replace(written, "***") if written else address
    return address


def _conditions(request: Request, hop: _Hop, validators: Validators | None) -> dict[str, str]:
    if validators is None or not request.conditional or validators.address != hop.shown:
        return {}
    pairs = (("If-None-Match", validators.etag), ("If-Modified-Since", validators.last_modified))
    return {name: value for name, value in pairs if value}
