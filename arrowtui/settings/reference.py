"""The whole settings file with every default, made from the structs so that it never lies."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from arrowtui.settings.shape import LISTS, TABLES
from arrowtui.settings.told import Told, told
from arrowtui.settings.written import literal

HEAD = """# The settings of arrowtui with their defaults. Do not copy this whole file: what you leave out follows
# the program when it learns better defaults. Your own file needs only what you want different.
"""
KEYS = """[keys]
# Your own keys by command: see `arrowtui bindings`. An empty list takes its keys away.
# read = ["r", "M"]
"""
SECRETS = """[secrets]
# Where a secret comes from that is not in the keyring of your system (`arrowtui login` puts it there).
# "mastodon:social.example.org" = { command = "pass show mastodon" }
# "bluesky:ida.example.org" = { env = "BLUESKY_PASSWORD" }
"""
BASES = """[bases]
# Another server for a kind of source, for example a copy or a bridge of your own.
# bluesky = "https://appview.example.org"
"""
EXAMPLES: Mapping[str, str | int | list[str] | dict[str, str]] = {
    "address": "https://blog.example.org/feed",
    "title": "My name for it",
    "every_min": 60,
    "keep_days": 90,
    "tags": ["work", "maths"],
    "budget": "5.00",
    "own_hosts": ["blog.example.org"],
    "profession": ["nurse"],
    "topics": ["night shift", "sleep"],
    "places": ["Leeds"],
    "languages": ["English"],
    "experiences": ["moved abroad for work"],
    "never": ["crypto"],
    "name": "ward-round",
    "hashtags": ["#edchat"],
    "match": '"night shift" nurse -crypto',
    "words": "handover -nursery",
    "source": "Harbour Desk",
    "author": "@ida",
    "kind": "mastodon",
    "lane": "calls",
    "minutes": 60,
    "where": ["social.example.org", "bluesky"],
    "moderators": ["@ida"],
    "no_session": ["2026-12-22"],
    "extra": ["2026-12-29 20:00"],
    "to": "interview",
    "text": "Hello[ {asker}],\n\nI am {me}.\n\n{signature}\n",
    "prompts": ["What happened?", "What would I do again?", "What next, by when?"],
}
"""What stands for a setting without a default of its own."""


def reference() -> str:
    """A TOML text in which every setting appears, commented out where it has no default."""
    tables = [_table(name) for name in TABLES if name not in LISTS]
    return "\n".join([HEAD, *tables, KEYS, SECRETS, BASES, *map(_table, LISTS)])


def _table(name: str) -> str:
    kind = TABLES[name]
    is_example = name in LISTS
    begin = f"# [[{name}]]" if is_example else f"[{name}]"
    lines = [begin, f"# {(kind.__doc__ or '').strip()}"]
    for field in told(kind).values():
        lines += _field(field, is_example)
    return "\n".join(lines) + "\n"


def _field(field: Told, is_example: bool) -> Iterator[str]:
    yield from (f"#   {line}" for line in wrap(field.sentence, 100))
    has_default = isinstance(field.default, str | int | float) and not field.is_required
    if has_default:
        assert isinstance(field.default, str | int | float)
        value = literal(field.default)
    else:
        value = literal(EXAMPLES.get(field.name, {}))
    yield f"{'' if has_default and not is_example else '# '}{field.name} = {value}"
