"""The raw part of an item as it is kept: msgpack, compressed, with the number of the recipe in the first byte.

Recipe 1 is zstd over msgpack with field names (so that a Draft may gain fields), with a dictionary of what most drafts
have in common: it makes small drafts a sixth smaller. The dictionary is a file that never changes.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING

import msgspec

from arrowtui.model.wire import Draft

if TYPE_CHECKING:
    from zstandard import ZstdCompressionDict

RECIPE = b"\x01"
LEVEL = 1


class RawPacker:
    """Packs and unpacks drafts. Not for use by two threads at once. Costs nothing until it does."""

    def __init__(self) -> None:
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Draft).decode

    @cached_property
    def _compress(self) -> Callable[[bytes], bytes]:
        from zstandard import ZstdCompressor  # start-up time: no list needs it

        return ZstdCompressor(LEVEL, dict_data=_dictionary(), write_checksum=False).compress

    @cached_property
    def _decompress(self) -> Callable[[bytes], bytes]:
        from zstandard import ZstdDecompressor  # as above

        return ZstdDecompressor(dict_data=_dictionary()).decompress

    def pack(self, draft: Draft) -> bytes:
        """A draft in a few hundred bytes. Halves of characters (JSON can spell them, nothing can store them) become
        question marks."""
        try:
            packed = self._encode(draft)
        except UnicodeEncodeError:
            packed = self._encode(_whole(msgspec.to_builtins(draft, builtin_types=(datetime,))))
        return RECIPE + self._compress(packed)

    def unpack(self, raw: bytes) -> Draft:
        """Raises: ValueError when `raw` was packed by a recipe that is not known here."""
        if raw[:1] != RECIPE:
            raise ValueError(f"raw part of unknown recipe {raw[:1]!r}")
        return self._decode(self._decompress(raw[1:]))


def _whole(value: object) -> object:
    """The same value with text that can be encoded."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode()
        case dict():
            return {name: _whole(part) for name, part in value.items()}
        case list() | tuple():
            return [_whole(part) for part in value]
    return value


@cache
def _dictionary() -> "ZstdCompressionDict":
    from importlib.resources import files  # costs more than the rest of this file: start-up time

    from zstandard import DICT_TYPE_RAWCONTENT, ZstdCompressionDict  # as above

    words = (files("arrowtui.store") / "raw_1.dictionary").read_bytes()
    dictionary = ZstdCompressionDict(words, dict_type=DICT_TYPE_RAWCONTENT)
    dictionary.precompute_compress(level=LEVEL)  # once, not for every packer
    return dictionary
