"""Values and sources as TOML text."""

from collections.abc import Mapping, Sequence

from arrowtui.model.item import KeptSearch, Scope
from arrowtui.model.lane import Lane
from arrowtui.model.pack import ChatWish
from arrowtui.model.subscription import Wish
from arrowtui.settings.shape_search import LANES as SEARCH_LANES
from arrowtui.settings.shape_source import SETTINGS_LANES

Value = str | int | bool | Sequence[str] | Mapping[str, str]

_WORDS = {lane: word for word, lane in SETTINGS_LANES.items()}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def lane_word(lane: Lane | None) -> str:
    """auto, tips, chats or calls. A source cannot be sent to the noise."""
    return _WORDS[lane]


def literal(value: Value | float) -> str:
    """A value on one line of TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return f'"{"".join(_escaped(character) for character in value)}"'
    if isinstance(value, Mapping):
        inner = ", ".join(f"{literal(name)} = {literal(part)}" for name, part in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    return f"[{', '.join(literal(part) for part in value)}]"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"  # half a character: a file of UTF-8 cannot hold it
    return f"\\u{ord(character):04x}" if ord(character) < 32 or ord(character) == 127 else character


def fields_of(wish: Wish) -> dict[str, Value]:
    """A source as its keys; what is at its default is left out."""
    found: dict[str, Value] = {"address": wish.address}
    if wish.kind != "feed":
        found = {"kind": wish.kind, **found}
    if wish.title:
        found["title"] = wish.title
    if wish.lane is not None:
        found["lane"] = lane_word(wish.lane)
    if wish.tags:
        found["tags"] = wish.tags
    if wish.every_min is not None:
        found["every_min"] = wish.every_min
    if wish.paused:
        found["paused"] = True
    if wish.keep_days is not None:
        found["keep_days"] = wish.keep_days
    if not wish.joins:
        found["duplicates"] = "keep"
    if wish.gathers:
        found["gather"] = True
    if wish.options:
        found["options"] = dict(wish.options)
    return found


def chat_block(chat: ChatWish) -> str:
    """A [[chat]] entry of its own, with a newline at its end; what is empty is left out."""
    fields: dict[str, Value | None] = {
        "name": chat.name,
        "hashtags": chat.hashtags,
        "schedule": chat.schedule,
        "zone": chat.zone,
        "minutes": chat.minutes,
        "moderators": chat.moderators,
        "where": chat.where,
        "tags": chat.tags,
    }
    return "\n".join(["[[chat]]", *(f"{key} = {literal(value)}" for key, value in fields.items() if value), ""])


def search_fields(search: KeptSearch) -> dict[str, str]:
    """A search as its keys; what is at its default is left out."""
    lane = next(word for word, lane in SEARCH_LANES.items() if lane is search.lane)
    fields = {"name": search.name, "words": search.words}
    fields |= {"lane": lane} if search.lane is not None else {}
    return fields | ({"scope": search.scope.value} if search.scope is not Scope.ALL else {})


def search_block(search: KeptSearch) -> str:
    """A [[search]] entry of its own, with a newline at its end."""
    return "\n".join(["[[search]]", *(f"{key} = {literal(word)}" for key, word in search_fields(search).items()), ""])


def block(wish: Wish) -> str:
    """A [[source]] entry of its own, with a newline at its end."""
    lines = [f"{key} = {literal(value)}" for key, value in fields_of(wish).items()]
    return "\n".join(["[[source]]", *lines, ""])
