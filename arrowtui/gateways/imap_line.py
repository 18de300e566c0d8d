"""A connection to a mail server: encrypted or inside one's own network, limited in time and bytes, cut from outside.

IMAPClient on Python's imaplib (why these: docs/notes/mail.md). Both block, so all of this runs in a thread.
"""

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress

from imapclient import IMAPClient, SocketTimeout
from imapclient.imap4 import IMAP4WithTimeout
from imapclient.tls import IMAP4_TLS
from msgspec import Struct

from arrowtui.gateways.private import is_private
from arrowtui.model.errors_mail import NotEncrypted
from arrowtui.model.mailbox import MailServer


class MailLimits(Struct, frozen=True):
    """Seconds for connecting, for each answer and for one poll in all; bytes a server may send in one poll beyond what
    was asked for."""

    connect_s: float = 20
    answer_s: float = 30
    total_s: float = 180
    beyond_bytes: int = 8 * 1024 * 1024


class TooMuch(Exception):
    """The server sends more than it announced."""


class Cut(OSError):
    """We hung up ourselves."""


class Guard:
    """Holds the socket of a connection, so that another thread can cut it, and counts what comes."""

    def __init__(self, bytes_left: int) -> None:
        self._left = bytes_left
        self._socket: socket.socket | None = None
        self._is_cut = False

    def hold(self, sock: socket.socket) -> socket.socket:
        """Remember the socket that is now in use. Raises: Cut."""
        self._socket = sock
        with suppress(OSError):  # a help against delay, not a need
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._is_cut:
            sock.close()
            raise Cut("cut before it was connected")
        return sock

    def count(self, size: int) -> None:
        """Take note of bytes about to be read. Raises: TooMuch."""
        self._left -= size
        if self._left < 0:
            raise TooMuch

    def cut(self) -> None:
        """Hang up; whoever reads in another thread meets the end of the connection. May be called at any time."""
        self._is_cut = True
        if self._socket is not None:
            with suppress(OSError):
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)  # not TLS's own, which would wait for an answer


class _Encrypted(IMAP4_TLS):  # type: ignore[misc]  # IMAPClient has no types
    def __init__(self, guard: Guard, server: MailServer, context: ssl.SSLContext, limits: MailLimits) -> None:
        self._guard = guard
        super().__init__(server.host, server.port, context, limits.connect_s)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        return self._guard.hold(super()._create_socket(timeout))

    def read(self, size: int) -> bytes:
        self._guard.count(size)
        return bytes(super().read(size))


class _Plain(IMAP4WithTimeout):  # type: ignore[misc]  # as above
    def __init__(self, guard: Guard, server: MailServer, limits: MailLimits, is_own: Callable[[str], bool]) -> None:
        self._guard, self._is_own = guard, is_own
        super().__init__(server.host, server.port, limits.connect_s)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        """Connect to the very address that was judged to be inside the person's own network. Raises: NotEncrypted."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        if not self._is_own(self.host) and not all(is_private(str(place[4][0])) for place in found):
            raise NotEncrypted(self.host)
        trouble: OSError = OSError("no address")
        for place in found:
            try:
                return self._guard.hold(
                    socket.create_connection((str(place[4][0]), self.port), timeout or self._timeout)
                )
            except Cut:
                raise
            except OSError as failed:
                trouble = failed
        raise trouble

    def read(self, size: int) -> bytes:
        self._guard.count(size)
        return bytes(super().read(size))


class Line(IMAPClient):  # type: ignore[misc]  # as above
    """A connection that is up, STARTTLS done where the server offers it. Raises what `imap_trouble` knows."""

    def __init__(
        self,
        server: MailServer,
        guard: Guard,
        context: Callable[[], ssl.SSLContext],
        limits: MailLimits,
        is_own: Callable[[str], bool],
    ) -> None:
        self._server, self._guard, self._context = server, guard, context
        self._limits, self._is_own = limits, is_own
        timeout = SocketTimeout(limits.connect_s, limits.answer_s)
        super().__init__(server.host, server.port, ssl=server.is_tls, timeout=timeout)
        self.normalise_times = False
        if not server.is_tls and self.has_capability("STARTTLS"):
            self.starttls(context())
            guard.hold(self.socket())

    def _create_IMAP4(self) -> IMAP4_TLS | IMAP4WithTimeout:
        if self._server.is_tls:
            return _Encrypted(self._guard, self._server, self._context(), self._limits)
        return _Plain(self._guard, self._server, self._limits, self._is_own)

    def say_goodbye(self) -> None:
        """LOGOUT, as good manners want it; a server that does not listen any more is none the worse."""
        with suppress(OSError, self.Error, ValueError):
            self.logout()

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError, self.Error, ValueError):
            self.shutdown()
