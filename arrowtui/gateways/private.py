"""Which network addresses are public, and which belong to a home, an office or this machine."""

from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# Not covered by `is_global` in every Python we run on, or needing a look inside.
SHARED = IPv4Network("100.64.0.0/10")  # carrier-grade NAT, RFC 6598
NAT64 = IPv6Network("64:ff9b::/96")  # an IPv4 address in its last 32 bits, RFC 6052
AT_HOME = (".local", ".localhost", ".lan", ".home", ".internal", ".home.arpa")
"""Endings of names that exist only inside a network."""


def is_own(host: str, own_hosts: Collection[str] = ()) -> bool:
    """Whether a server is the person's own: this machine, inside her network, or one of those she calls hers."""
    if is_literal(host):
        return is_private(host) or host in own_hosts
    return host == "localhost" or host.endswith(AT_HOME) or host in own_hosts


def is_private(address: str) -> bool:
    """Whether a literal IP address is anything but public: loopback, private, link-local, shared, multicast, reserved.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is as private as what it carries.

    Raises: ValueError when it is not a literal IP address (a zone such as `%eth0` is allowed).
    """
    found = ip_address(address.partition("%")[0])
    return any(not _is_public(one) for one in (found, *_carried(found)))


def is_literal(host: str) -> bool:
    """Whether a host is written as an IP address and needs no name look-up."""
    try:
        ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and (address.ipv4_mapped or address in NAT64):
        return True  # says nothing by itself: the address it carries decides
    is_shared = isinstance(address, IPv4Address) and address in SHARED
    return address.is_global and not is_shared and not address.is_multicast


def _carried(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    if isinstance(address, IPv4Address):
        return ()
    teredo = address.teredo or ()
    nat64 = IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
    return tuple(one for one in (address.ipv4_mapped, address.sixtofour, *teredo, nat64) if one)
