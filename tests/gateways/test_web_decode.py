"""Compression comes off to the last byte, or not at all."""

import gzip
import zlib
from collections.abc import Callable, Iterator

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis.strategies import binary, sampled_from

from arrowtui.gateways import web_decode
from arrowtui.gateways.web_decode import Damaged, Inflater, TooBig, decoded


def raw_deflate(text: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(text) + packer.flush()


PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "deflate ": raw_deflate,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}


INFLATING: dict[str, tuple[Callable[[int], Inflater], type[Exception]]] = {
    "zlib": (zlib.decompressobj, zlib.error),
    "isal": web_decode.inflating(),
}


@pytest.fixture(params=INFLATING, autouse=True, scope="module")
def inflating(request: pytest.FixtureRequest) -> Iterator[None]:
    """Everything holds with either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(web_decode, "inflating", lambda: INFLATING[request.param])
        yield


@given(binary(max_size=3000), sampled_from(sorted(PACKERS)))
def test_what_was_packed_comes_out(text: bytes, name: str) -> None:
    assert decoded(PACKERS[name](text), name, 3000) == text


@given(binary(min_size=11, max_size=3000), sampled_from(sorted(PACKERS)))
def test_more_than_the_limit_never_comes_out(text: bytes, name: str) -> None:
    with pytest.raises(TooBig):
        decoded(PACKERS[name](text), name, 10)


@pytest.mark.parametrize("name", PACKERS)
def test_half_a_body_is_damaged(name: str) -> None:
    packed = PACKERS[name](bytes(range(256)) * 20)

    with pytest.raises(Damaged):
        decoded(packed[: len(packed) // 2], name, 10_000)


@given(binary(max_size=300), sampled_from(sorted(PACKERS)))
def test_rubbish_is_damaged_or_short_never_a_crash(rubbish: bytes, name: str) -> None:
    try:
        found = decoded(rubbish, name, 1000)
    except (Damaged, TooBig):
        return
    assert len(found) <= 1000


def test_layers_come_off_in_turn() -> None:
    assert decoded(brotli.compress(gzip.compress(b"text")), "gzip, br", 100) == b"text"


def test_several_gzip_members_are_one_body() -> None:
    assert decoded(gzip.compress(b"one ") + gzip.compress(b"two"), "gzip", 100) == b"one two"


def test_padding_behind_gzip_is_left_out() -> None:
    assert decoded(gzip.compress(b"one") + bytes(20), "gzip", 100) == b"one"


@pytest.mark.parametrize("name", ["", "identity", "utf-8", "none"])
def test_words_that_are_no_compression_change_nothing(name: str) -> None:
    assert decoded(b"text", name, 10) == b"text"


def test_said_gzip_sent_plain_is_read() -> None:
    assert decoded(b"<rss/>", "gzip", 10) == b"<rss/>"


def test_an_empty_body_stays_empty() -> None:
    assert decoded(b"", "gzip", 10) == b""
