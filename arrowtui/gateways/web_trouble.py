"""What went wrong on the way, in words for a person: no class names, no numbers of the system."""

import socket
import ssl
from collections.abc import Callable

import httpcore

from arrowtui.gateways.web_connect import PrivatePlace
from arrowtui.gateways.web_decode import Damaged, TooBig
from arrowtui.gateways.web_lines import HostRests, ProxyUnusable
from arrowtui.gateways.web_send import Overdue
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import AskedToWait, RedirectRefused, ReplyTooBig, ServerTooSlow, ServerUnreachable

EXPECTED = (
    OSError,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
    Damaged,
    HostRests,
    Overdue,
    PrivatePlace,
    ProxyUnusable,
    TooBig,
)
NO_NAME = {getattr(socket, name, None) for name in ("EAI_NONAME", "EAI_NODATA", "EAI_ADDRFAMILY")}
CERTIFICATE = {
    10: "its certificate has expired",
    18: "its certificate is signed by itself",
    19: "its certificate is signed by somebody unknown",
    20: "its certificate is signed by somebody unknown",
    62: "its certificate is for another name",
}


def trouble_of(error: BaseException, host: str, asked_host: str, address: str, size: int) -> FetchError:
    """The error a person may meet, for one of EXPECTED; `asked_host` sent us to `address` where a redirect did."""
    if isinstance(error, HostRests):
        return AskedToWait(host, None, error.wait_s)
    if isinstance(error, Overdue):
        return ServerTooSlow(host, round(error.waited_s))
    if isinstance(error, TooBig):
        return ReplyTooBig(host, size // (1024 * 1024))
    if isinstance(error, PrivatePlace):
        return RedirectRefused(asked_host, address, "it is inside a private network")
    return ServerUnreachable(host, next(words(error) for kind, words in CAUSES if isinstance(error, kind)))


def _look_up(error: BaseException) -> str:
    number = error.args[0] if error.args else None
    return "there is no server of that name" if number in NO_NAME else "its name could not be looked up"


def _certificate(error: BaseException) -> str:
    code = getattr(error, "verify_code", 0)
    return CERTIFICATE.get(code, "its certificate is not valid")


def _protocol(error: BaseException) -> str:
    words = str(error)
    if "without sending a response" in words:
        return "it hung up without an answer"
    if "without sending complete" in words or "incomplete" in words:
        return "the answer broke off"
    return "it does not speak proper HTTP"


def _always(words: str) -> Callable[[BaseException], str]:
    return lambda error: words


CAUSES: tuple[tuple[type[BaseException], Callable[[BaseException], str]], ...] = (
    (socket.gaierror, _look_up),
    (ssl.SSLCertVerificationError, _certificate),
    (ssl.SSLError, _always("no secure connection could be made")),
    (ConnectionRefusedError, _always("it refuses connections")),
    (ConnectionError, _always("the connection was cut")),
    (OSError, _always("there is no way to it: is the network up?")),
    (httpcore.RemoteProtocolError, _protocol),
    (httpcore.LocalProtocolError, _always("the request cannot be written in HTTP")),
    (httpcore.ProxyError, _always("the proxy does not let us through")),
    (ProxyUnusable, _always("the proxy that is set cannot be used")),
    (httpcore.TimeoutException, _always("the proxy is too slow")),
    (Damaged, _always("its answer is damaged")),
    (BaseException, _always("the connection failed")),
)
