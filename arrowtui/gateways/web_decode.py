"""Taking compression off a reply, never further than a limit: a bomb is refused before it unfolds."""

import zlib
from collections.abc import Callable
from functools import cache
from typing import Protocol

ACCEPTED = "gzip, deflate, br, zstd"
GZIP = b"\x1f\x8b"
SLICE = 256  # bytes handed to zstd at a time: the most they can unfold to is 64 blocks of 128 KiB


class Inflater(Protocol):
    """What `zlib.decompressobj` makes, as far as it is used here."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class TooBig(Exception):
    """The text behind the compression is longer than allowed."""


class Damaged(Exception):
    """The bytes are not what the reply says they are."""


def decoded(raw: bytes, encodings: str, limit: int) -> bytes:
    """The body behind a `Content-Encoding` header, at most `limit` bytes.

    Encodings are taken off from the last to the first. Unknown words count as none: servers write charsets there.

    Raises: TooBig, Damaged (broken off inside the compression, or not compressed like that at all).
    """
    for name in reversed(encodings.lower().replace(" ", "").split(",")):
        if decoder := DECODERS.get(name):
            raw = decoder(raw, limit) if raw else raw
        if len(raw) > limit:
            raise TooBig
    return raw


def _gzip(raw: bytes, limit: int) -> bytes:
    if not raw.startswith(GZIP):
        return raw  # said to be gzip, sent plain: common behind caches
    return _inflate(raw, limit, zlib.MAX_WBITS | 16)


def _deflate(raw: bytes, limit: int) -> bytes:
    """Zlib's wrapping by the letter of RFC 9110, none by the habit of some servers."""
    try:
        return _inflate(raw, limit, zlib.MAX_WBITS)
    except Damaged:
        return _inflate(raw, limit, -zlib.MAX_WBITS)


def _inflate(raw: bytes, limit: int, wbits: int) -> bytes:
    begin, error = inflating()
    parts: list[bytes] = []
    left = limit + 1
    while left > 0:
        inflater = begin(wbits)
        try:
            parts.append(inflater.decompress(raw, left))
        except error as cause:
            if parts:
                break
            raise Damaged(str(cause)) from cause
        left -= len(parts[-1])
        if left > 0 and not inflater.eof:
            raise Damaged("broken off")
        raw = inflater.unused_data
        if not raw.startswith(GZIP):
            break  # no further member: rubbish behind a whole one is padding
    return b"".join(parts)


@cache
def inflating() -> tuple[Callable[[int], Inflater], type[Exception]]:
    """What takes deflate off, and what it raises: ISA-L does it in two fifths of zlib's time, where it can be had."""
    try:
        from isal import igzip_lib, isal_zlib
    except ImportError:  # another kind of processor
        return zlib.decompressobj, zlib.error
    error: type[Exception] = igzip_lib.IsalError  # type: ignore[assignment]  # a class, whatever its stub says
    return isal_zlib.decompressobj, error


def _brotli(raw: bytes, limit: int) -> bytes:
    import brotli  # late: few servers speak it

    unfolder = brotli.Decompressor()
    try:
        found = unfolder.process(raw, output_buffer_limit=limit + 1)
    except brotli.error as cause:
        raise Damaged(str(cause)) from cause
    if len(found) <= limit and not unfolder.is_finished():
        raise Damaged("broken off")
    return bytes(found)


def _zstd(raw: bytes, limit: int) -> bytes:
    import zstandard  # late: few servers speak it

    unfolder = zstandard.ZstdDecompressor(max_window_size=1 << 23).decompressobj()  # 8 MiB: the web's limit, RFC 9659
    parts: list[bytes] = []
    left = limit + 1
    try:
        for start in range(0, len(raw), SLICE):
            parts.append(unfolder.decompress(raw[start : start + SLICE]))
            left -= len(parts[-1])
            if left <= 0 or unfolder.eof:
                return b"".join(parts)
    except zstandard.ZstdError as cause:
        raise Damaged(str(cause)) from cause
    raise Damaged("broken off")


DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
