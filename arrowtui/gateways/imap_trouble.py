"""What goes wrong with a mail server, in words for a person."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from arrowtui.gateways.imap_line import TooMuch
from arrowtui.gateways.web_trouble import trouble_of
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import ServerTooSlow, ServerUnreachable
from arrowtui.model.errors_mail import LoginRefused, MailServerRefuses
from arrowtui.model.mailbox import MailServer

log = logging.getLogger(__name__)

NO_IMAP = "it does not speak proper IMAP"
GARBLED = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What the library is known to raise over answers that are no IMAP."""
FOR_A_WHILE = re.compile(
    r"\[(?:UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)\b|too many|try again|temporar", re.IGNORECASE
)
"""Refusals of a login that have nothing to do with the password."""
WRAPPING = re.compile(r"^\w+ failed: |^\[\w[\w-]*(?: [^\]]*)?\]\s*")


@contextmanager
def told(server: MailServer, login: str, answer_s: float) -> Iterator[None]:
    """Turn what the library raises inside into the failure a person meets. `login` is what the password is called."""
    try:
        yield
    except TimeoutError as cause:
        raise ServerTooSlow(server.host, round(answer_s)) from cause
    except TooMuch as cause:
        raise ServerUnreachable(server.host, "it sends more than it announced") from cause
    except OSError as cause:
        raise trouble_of(cause, server.host, server.host, server.address, 0) from cause
    except LoginError as cause:
        raise _of_login(server, login, cause) from cause
    except IMAPClientAbortError as cause:
        raise _broken(server, cause) from cause
    except IMAPClientError as cause:
        raise MailServerRefuses(server.host, said(cause)) from cause
    except GARBLED as cause:
        log.warning("%s sent what cannot be read", server.host, exc_info=True)
        raise ServerUnreachable(server.host, NO_IMAP) from cause


def _broken(server: MailServer, error: BaseException) -> ServerUnreachable:
    """A dialogue that cannot go on: mostly because the connection is gone."""
    return ServerUnreachable(server.host, NO_IMAP if "unexpected" in str(error) else "the connection was cut")


def _of_login(server: MailServer, login: str, error: LoginError) -> FetchError:
    """A connection lost while logging in looks like a wrong password to the library: it is told apart by its cause."""
    if isinstance(error.__context__, IMAPClientAbortError):
        return _broken(server, error.__context__)
    words = str(error)
    if FOR_A_WHILE.search(words):
        return MailServerRefuses(server.host, said(error))
    return LoginRefused(server.host, login, said(error))


def said(error: Exception) -> str:
    """The server's own words, one line of printable characters, without the library's and the protocol's."""
    words = str(error)
    if words[:2] in ("b'", 'b"'):
        words = words[2:-1]
    plain = "".join(c if c.isprintable() else " " for c in words)
    for _ in range(3):
        plain = WRAPPING.sub("", plain.strip())
    return plain[:300].strip(" .'\"")
