"""All that is wrong with decoded settings, found at once: each fault with its key and what is allowed there."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import msgspec

from arrowtui.model.answer_template import FACTS, unknown_facts
from arrowtui.model.template import BUILT_IN
from arrowtui.settings.lines import Where
from arrowtui.settings.shape import TABLES, Secret, Settings
from arrowtui.settings.shape_chat import SCHEDULE_WORDS, is_day
from arrowtui.settings.shape_rule import RuleEntry
from arrowtui.settings.shape_source import KINDS, Web
from arrowtui.settings.told import Told, told

Found = tuple[Where, str]
SECRET_WORDS = '{ command = "pass show it" }, { env = "NAME" } or { value = "…" }'
KEYS_WORDS = 'a key such as "x", or a list of keys such as ["x", "^X"]'


def faults(raw: Mapping[str, object], lines: Mapping[Where, int]) -> Iterator[Found]:
    """Every fault, in the order of the file's tables. `lines` is needed to say where a double was first."""
    top = tuple(Settings.__struct_fields__)
    for table, value in raw.items():
        if table not in top:
            yield (table,), _unknown(table, top)
        elif table == "source":
            yield from _source_faults(value, lines)
        elif table == "template":
            yield from _template_faults(value, lines)
        elif table == "answer":
            yield from _answer_faults(value, lines)
        elif table == "chat":
            yield from _chat_faults(value)
        elif table == "rule":
            yield from _rule_faults(value)
        elif table == "search":
            yield from _search_faults(value, lines)
        elif not isinstance(value, dict):
            yield (table,), f"must be a table: write [{table}] on a line of its own"
        elif table == "keys":
            yield from _key_faults(value)
        elif table == "secrets":
            yield from _secret_faults(value)
        elif table == "bases":
            yield from _base_faults(value)
        else:
            yield from _table_faults((table,), value, told(TABLES[table]))
    yield from _default_template_faults(raw)


def _source_faults(value: object, lines: Mapping[Where, int]) -> Iterator[Found]:
    if not isinstance(value, list):
        yield ("source",), "must be a list: begin each source with [[source]]"
        return
    known = told(TABLES["source"])
    seen: dict[tuple[str, str], int] = {}
    for number, entry in enumerate(value):
        where: Where = ("source", number)
        if not isinstance(entry, dict):
            yield where, "must be a table: begin each source with [[source]]"
            continue
        yield from _table_faults(where, entry, known)
        if "address" not in entry:
            yield where, "lacks its address"
            continue
        first = seen.setdefault((str(entry.get("kind", "feed")), str(entry["address"])), number)
        if first != number:
            yield (
                (*where, "address"),
                f"is listed already, {_place(('source', first, 'address'), lines)}: take one of them out",
            )


def _chat_faults(value: object) -> Iterator[Found]:
    if not isinstance(value, list):
        yield ("chat",), "must be a list: begin each chat with [[chat]]"
        return
    for number, entry in enumerate(value):
        where: Where = ("chat", number)
        if not isinstance(entry, dict):
            yield where, "must be a table: begin each chat with [[chat]]"
            continue
        yield from _table_faults(where, entry, told(TABLES["chat"]))
        if "hashtags" not in entry:
            yield where, "lacks its hashtags"
        yield from _schedule_faults(where, entry)


def _rule_faults(value: object) -> Iterator[Found]:
    if not isinstance(value, list):
        yield ("rule",), "must be a list: begin each rule with [[rule]]"
        return
    for number, entry in enumerate(value):
        where: Where = ("rule", number)
        if not isinstance(entry, dict):
            yield where, "must be a table: begin each rule with [[rule]]"
            continue
        found = tuple(_table_faults(where, entry, told(TABLES["rule"])))
        yield from found
        if isinstance(kind := entry.get("kind", KINDS[0]), str) and kind not in KINDS:
            yield (*where, "kind"), _unknown(kind, KINDS)
        if not found and (fault := msgspec.convert(entry, RuleEntry, strict=True).fault):
            yield where, fault


def _search_faults(value: object, lines: Mapping[Where, int]) -> Iterator[Found]:
    if not isinstance(value, list):
        yield ("search",), "must be a list: begin each search with [[search]]"
        return
    seen: dict[str, int] = {}
    for number, entry in enumerate(value):
        where: Where = ("search", number)
        if not isinstance(entry, dict):
            yield where, "must be a table: begin each search with [[search]]"
            continue
        yield from _table_faults(where, entry, told(TABLES["search"]))
        yield from ((where, f"lacks its {key}") for key in ("name", "words") if key not in entry)
        first = seen.setdefault(str(entry.get("name", number)), number)
        if first != number:
            yield (*where, "name"), f"is taken already, {_place(('search', first, 'name'), lines)}"


def _schedule_faults(where: Where, entry: Mapping[str, object]) -> Iterator[Found]:
    from arrowtui.lanes.schedule_words import is_zone, schedule_of  # only for files with a fault, or with chats

    words, zone = entry.get("schedule", ""), entry.get("zone", "")
    if isinstance(words, str) and isinstance(zone, str) and words and schedule_of(words, zone or None) is None:
        yield (*where, "schedule"), f"is not understood with its zone; write {SCHEDULE_WORDS}"
    elif isinstance(zone, str) and zone and not is_zone(zone):
        yield (*where, "zone"), 'must be a name such as "America/New_York"'
    for key in ("no_session", "extra"):
        days = entry.get(key, ())
        for day in days if isinstance(days, list) else ():
            if isinstance(day, str) and day[:4].isdecimal() and not is_day(day):
                yield (*where, key), f"{day} is no day of the calendar"


def _template_faults(value: object, lines: Mapping[Where, int]) -> Iterator[Found]:
    if not isinstance(value, list):
        yield ("template",), "must be a list: begin each template with [[template]]"
        return
    seen: dict[str, int] = {}
    for number, entry in enumerate(value):
        where: Where = ("template", number)
        if not isinstance(entry, dict):
            yield where, "must be a table: begin each template with [[template]]"
            continue
        yield from _table_faults(where, entry, told(TABLES["template"]))
        yield from ((where, f"lacks its {key}") for key in ("name", "prompts") if key not in entry)
        if entry.get("now_what") and entry["now_what"] not in entry.get("prompts", ()):
            yield (*where, "now_what"), "must be one of its prompts"
        first = seen.setdefault(str(entry.get("name", number)), number)
        if first != number:
            yield (*where, "name"), f"is taken already, {_place(('template', first, 'name'), lines)}"


def _answer_faults(value: object, lines: Mapping[Where, int]) -> Iterator[Found]:
    if not isinstance(value, list):
        yield ("answer",), "must be a list: begin each answer with [[answer]]"
        return
    seen: dict[str, int] = {}
    for number, entry in enumerate(value):
        where: Where = ("answer", number)
        if not isinstance(entry, dict):
            yield where, "must be a table: begin each answer with [[answer]]"
            continue
        yield from _table_faults(where, entry, told(TABLES["answer"]))
        yield from ((where, f"lacks its {key}") for key in ("to", "text") if key not in entry)
        for name in unknown_facts(str(entry.get("text", ""))):
            yield (*where, "text"), f"names {{{name}}}, which {_unknown(name, FACTS)}"
        first = seen.setdefault(str(entry.get("to", number)), number)
        if first != number:
            yield (*where, "to"), f"is given already, {_place(('answer', first, 'to'), lines)}"


def _default_template_faults(raw: Mapping[str, object]) -> Iterator[Found]:
    """The template that [notes] names must be there."""
    notes, own = raw.get("notes"), raw.get("template")
    name = notes.get("template") if isinstance(notes, dict) else None
    names = [entry.get("name") for entry in own if isinstance(entry, dict)] if isinstance(own, list) else []
    if isinstance(name, str) and name not in BUILT_IN and name not in names:
        yield ("notes", "template"), f"must be {told(TABLES['notes'])['template'].allowed}"


def _place(where: Where, lines: Mapping[Where, int]) -> str:
    line = line_of(where, lines)
    return f"line {line}" if line else "in the same list"


def _key_faults(value: Mapping[str, object]) -> Iterator[Found]:
    for name, keys in value.items():
        many = keys if isinstance(keys, list) else [keys]
        if not all(isinstance(key, str) and key for key in many):
            yield ("keys", name), f"must be {KEYS_WORDS}"


def _secret_faults(value: Mapping[str, object]) -> Iterator[Found]:
    for name, spring in value.items():
        try:
            msgspec.convert(spring, Secret, strict=True)
        except msgspec.ValidationError:  # what was written is not repeated: it may be the secret itself
            yield ("secrets", name), f"must be {SECRET_WORDS}"


def _base_faults(value: Mapping[str, object]) -> Iterator[Found]:
    for kind, base in value.items():
        if kind not in KINDS:
            yield ("bases", kind), _unknown(kind, KINDS)
            continue
        try:
            msgspec.convert(base, Web, strict=True)
        except msgspec.ValidationError:
            yield ("bases", kind), 'must be a web address in quotes such as "https://social.example.org"'


def _table_faults(where: Where, raw: Mapping[str, object], known: Mapping[str, Told]) -> Iterator[Found]:
    for key, value in raw.items():
        if key not in known:
            yield (*where, key), _unknown(key, tuple(known))
            continue
        try:
            msgspec.convert(value, known[key].kind, strict=True)
        except msgspec.ValidationError:
            yield (*where, key), f"must be {known[key].allowed}"


def _unknown(key: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(key, known, 1)
    return f"is not known; did you mean {near[0]}?" if near else f"is not known; there are {', '.join(known)}"


def line_of(where: Where, lines: Mapping[Where, int]) -> int:
    """The nearest line known: of the key, else of its table; 0 where there is none."""
    return next((lines[where[:length]] for length in range(len(where), 0, -1) if where[:length] in lines), 0)
