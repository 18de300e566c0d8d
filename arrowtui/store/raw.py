"""The raw part of an item as it is kept: msgpack, compressed, with the number of the recipe in the first byte.

All recipes are zstd over msgpack with field names (so that a Draft may gain fields), with a dictionary of what most
drafts have in common: it makes small drafts a sixth smaller. A dictionary is a file that never changes.

Recipe 1 is read only; its dictionary is those words alone. That of recipe 2 has before the same words how often each
byte and each length of a repetition comes, counted by zstd (`ZDICT_finalizeDictionary`) in drafts of many languages:
what is not counted anew for every draft makes packing quicker by a third.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING

import msgspec

from arrowtui.model.wire import Draft

if TYPE_CHECKING:
    from zstandard import ZstdCompressionDict

RECIPE = b"\x02"
RECIPES = (b"\x01", RECIPE)
LEVEL = 1


class RawPacker:
    """Packs and unpacks drafts. Not for use by two threads at once. Costs nothing until it does."""

    def __init__(self) -> None:
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(Draft).decode
        self._decompress = cache(_decompress)  # by recipe, for this packer alone

    @cached_property
    def _compress(self) -> Callable[[bytes], bytes]:
        from zstandard import ZstdCompressor  # start-up time: no list needs it

        dictionary = _dictionary(RECIPE)
        return ZstdCompressor(LEVEL, dict_data=dictionary, write_checksum=False, write_dict_id=False).compress

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
        if raw[:1] not in RECIPES:
            raise ValueError(f"raw part of unknown recipe {raw[:1]!r}")
        return self._decode(self._decompress(raw[:1])(raw[1:]))


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


def _decompress(recipe: bytes) -> Callable[[bytes], bytes]:
    from zstandard import ZstdDecompressor  # start-up time, as above

    return ZstdDecompressor(dict_data=_dictionary(recipe)).decompress


@cache
def _dictionary(recipe: bytes) -> "ZstdCompressionDict":
    from importlib.resources import files  # costs more than the rest of this file: start-up time

    from zstandard import DICT_TYPE_AUTO, ZstdCompressionDict  # as above

    words = (files("arrowtui.store") / f"raw_{recipe[0]}.dictionary").read_bytes()
    dictionary = ZstdCompressionDict(words, dict_type=DICT_TYPE_AUTO)  # by its first bytes: with counts, or words alone
    if recipe == RECIPE:
        dictionary.precompute_compress(level=LEVEL)  # once, not for every packer
    return dictionary
