"""The raw part of an item as it is kept: msgpack, compressed, with the number of the recipe in the first byte."""

import msgspec
from zstandard import ZstdCompressor, ZstdDecompressor

from arrowtui.model.wire import Draft

RECIPE = b"\x01"
"""1: zstd over msgpack with field names, so that a Draft may gain fields without touching what is kept."""


class RawPacker:
    """Packs and unpacks drafts. Holds its compressor, because making one costs more than using it.

    Not for use by two threads at once.
    """

    def __init__(self) -> None:
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Draft).decode
        self._compress = ZstdCompressor(level=3, write_checksum=False, write_content_size=True).compress
        self._decompress = ZstdDecompressor().decompress

    def pack(self, draft: Draft) -> bytes:
        return RECIPE + self._compress(self._encode(draft))

    def unpack(self, raw: bytes) -> Draft:
        """Raises: ValueError when `raw` was packed by a recipe that is not known here."""
        if raw[:1] != RECIPE:
            raise ValueError(f"raw part of unknown recipe {raw[:1]!r}")
        return self._decode(self._decompress(raw[1:]))
