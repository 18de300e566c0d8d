"""JSON objects with a field that is not what it should be: read without that field, never lost for it."""

from functools import cache
from typing import TypeVar

import msgspec

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
Struct = TypeVar("Struct", bound=msgspec.Struct)


@cache
def _decoders(kind: type[msgspec.Struct]) -> dict[str, msgspec.json.Decoder[object]]:
    return {field.encode_name: msgspec.json.Decoder(field.type) for field in msgspec.structs.fields(kind)}


def lenient(raw: bytes | msgspec.Raw, kind: type[Struct]) -> Struct | None:
    """Decode an object without the fields that are not what they should be; None when it is no object.

    Every field of `kind` has a default, and its own name.
    """
    try:
        return msgspec.json.decode(raw, type=kind)
    except UNREADABLE:
        pass  # below, field by field
    try:
        fields = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
    except UNREADABLE:
        return None
    good = {}
    for name, decoder in _decoders(kind).items():
        if name in fields:
            try:
                good[name] = decoder.decode(fields[name])
            except UNREADABLE:
                continue
    return kind(**good)
