"""What the structs say about their fields, taken out of their annotations."""

from typing import Annotated, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import FieldInfo, fields


class Told(Struct, frozen=True):
    """One field: its whole type with every limit, its sentence and what is allowed in words."""

    name: str
    kind: object
    sentence: str
    allowed: str
    default: object
    is_required: bool


def told(table: type[Struct]) -> dict[str, Told]:
    """The fields of a table by the names they have in the file, in their order."""
    hints = get_type_hints(table, include_extras=True)
    return {field.encode_name: _told(field, hints[field.name]) for field in fields(table)}


def _told(field: FieldInfo, hint: object) -> Told:
    metas = [meta for meta in get_args(hint) if isinstance(meta, Meta)] if get_origin(hint) is Annotated else []
    sentence = next((meta.description for meta in metas if meta.description), "")
    allowed = next((str(meta.extra["allowed"]) for meta in metas if meta.extra), "")
    default = field.default_factory() if field.default_factory is not NODEFAULT else field.default
    return Told(field.encode_name, hint, sentence, allowed, default, field.required)
