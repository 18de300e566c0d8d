"""Which addresses are inside."""

import pytest
from hypothesis import given
from hypothesis.strategies import ip_addresses

from arrowtui.gateways.private import is_literal, is_private

INSIDE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "2002:7f00:1::1",
    "2002:c0a8:101::1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
]
OUTSIDE = [
    "1.1.1.1",
    "8.8.8.8",
    "93.184.216.34",
    "172.15.255.255",
    "172.32.0.1",
    "192.169.0.1",
    "100.63.255.255",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450:4001:800::200e",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("address", INSIDE)
def test_these_are_inside(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_these_are_public(address: str) -> None:
    assert not is_private(address)


@pytest.mark.parametrize("host", ["example.com", "1.2.3", "0x7f.1", "127.1", "", "::g"])
def test_other_spellings_are_names_and_judged_by_where_they_lead(host: str) -> None:
    assert not is_literal(host)


@given(ip_addresses(v=4))
def test_an_address_is_as_private_in_the_clothes_of_ipv6(address: object) -> None:
    assert is_private(f"::ffff:{address}") == is_private(str(address))
