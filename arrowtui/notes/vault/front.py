"""The front matter of a Markdown file as its owner wrote it: our keys are read and set, all else stays to the letter.

Source: YAML 1.1 as Obsidian, Zettlr and Foam read it between two lines of `---` at the very beginning.
"""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

Value = str | Sequence[str]
LONGEST = 65_536
DEEPEST = 40
LINES = re.compile(r"[^\n]*\n|[^\n]+")
ANCHOR, ALIAS = (re.compile(rf"(?:^|[\s\[{{,:-]){re.escape(sign)}[^\s,\[\]{{}}]", re.MULTILINE) for sign in "&*")
KEY = re.compile(r"""^(?P<key>[A-Za-z_][\w.-]*|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=[ \t\n]|$)""")
PLAIN = re.compile(r"[^\W\d_][\w ./-]*(?<![ .-])|\d{4}-\d\d-\d\dT[\d:.]+Z|[0-9a-f]*[a-f][0-9a-f]*")
WORDS_WITH_A_MEANING = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
LIKE_A_NUMBER = re.compile(r"[\d.]+e\d+|0x[\da-f]+", re.IGNORECASE)


@dataclass(frozen=True)
class Front:
    """The lines between the two fences, each with its newline; empty where a file has no front matter."""

    raw: str = ""

    @cached_property
    def values(self) -> Mapping[str, object] | None:
        """Key -> text, list or table, every scalar as the text it is; None when it cannot be understood."""
        return _values(self.raw)

    def text(self, key: str) -> str | None:
        """A value that is one text; None for anything else."""
        found = (self.values or {}).get(key)
        return found if isinstance(found, str) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text counts as a list split at commas."""
        found = (self.values or {}).get(key)
        if isinstance(found, str):
            return tuple(part.strip() for part in found.split(",") if part.strip())
        return tuple(part for part in found if isinstance(part, str)) if isinstance(found, list) else ()

    def with_values(self, ours: Mapping[str, Value | None]) -> "Front":
        """The front matter with these keys set, or taken out (None); every other line stays as it was.

        A front matter that cannot be understood, or that would not be understood afterwards, is left as it is.
        """
        blocks = blocks_of(self.raw)
        for key, value in ours.items():
            place = next((at for at, (name, _) in enumerate(blocks) if name == key), None)
            if value is None:
                blocks = [block for block in blocks if block[0] != key]
            elif place is None:
                blocks.append((key, written(key, value)))
            elif _same(self.values, key, value):
                continue
            else:
                blocks[place] = (key, written(key, value))
        changed = Front("".join(text for _, text in blocks))
        return changed if self._is_otherwise_same(changed, ours) else self

    def _is_otherwise_same(self, changed: "Front", ours: Mapping[str, Value | None]) -> bool:
        before, after = self.values, changed.values
        if before is None or after is None:
            return False
        others = before.keys() | after.keys()
        return all(before.get(key) == after.get(key) for key in others - ours.keys()) and all(
            _same(after, key, value) if value is not None else key not in after for key, value in ours.items()
        )


def blocks_of(raw: str) -> list[tuple[str | None, str]]:
    """Each key at the margin with all its lines; lines that belong to no key (comments) under None."""
    found: list[tuple[str | None, str]] = []
    for line in LINES.findall(raw):
        key = KEY.match(line)
        if key:
            found.append((key["key"].strip("\"'"), line))
        elif found and found[-1][0] is not None and (line[:1] in " \t\n-" or line.startswith("]")):
            found[-1] = (found[-1][0], found[-1][1] + line)
        else:
            found.append((None, line))
    if found and not found[-1][1].endswith("\n"):
        found[-1] = (found[-1][0], found[-1][1] + "\n")
    return found


def written(key: str, value: Value) -> str:
    """A key with its value as YAML, with a newline at the end."""
    if isinstance(value, str):
        return f"{key}: {scalar(value)}\n"
    if not value:
        return f"{key}: []\n"
    return "".join([f"{key}:\n", *(f"  - {scalar(part)}\n" for part in value)])


def scalar(text: str) -> str:
    """A text as YAML: bare where nobody can take it for anything else, else in double quotes."""
    is_bare = PLAIN.fullmatch(text) and text.lower() not in WORDS_WITH_A_MEANING and not LIKE_A_NUMBER.fullmatch(text)
    return text if is_bare else json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\N")


def _same(values: Mapping[str, object] | None, key: str, value: Value) -> bool:
    found = (values or {}).get(key)
    return found == (value if isinstance(value, str) else list(value))


def _values(raw: str) -> Mapping[str, object] | None:
    if not raw.strip():
        return {}
    # Anchors and what repeats them let a few lines mean gigabytes, and nobody writes them by hand.
    is_repeating = ANCHOR.search(raw) and ALIAS.search(raw)
    if len(raw) > LONGEST or is_repeating or _depth(raw) > DEEPEST:
        return None
    import yaml  # 20 ms, and never in the screen process

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the base loader makes texts, lists and tables, no objects
    try:
        found = yaml.load(raw, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if found in (None, ""):
        return {}
    return {str(key): value for key, value in found.items()} if isinstance(found, dict) else None


def _depth(raw: str) -> int:
    """At least as deep as the YAML is nested, so that nothing built to exhaust a parser reaches it."""
    brackets = max(raw.count("["), raw.count("{"))
    dashes = max((len(run[0]) // 2 for run in re.finditer(r"^[ \t]*(?:[-?] +)+", raw, re.MULTILINE)), default=0)
    indents = len({len(line) - len(line.lstrip(" ")) for line in raw.split("\n")})
    return max(brackets if brackets > DEEPEST and _is_nested(raw) else 0, dashes, indents)


def _is_nested(raw: str) -> bool:
    depth = deepest = 0
    for sign in raw:
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth = max(0, depth - 1)
    return deepest > DEEPEST


def merged_front(ours: Front, theirs: Front, base: Front, known: Collection[str]) -> Front:
    """Two front matters as one. A key one side changed is as that side has it; of one that both changed both stay, the
    lesser text as `KEY_other`.

    Args:
        known: keys whose value follows from elsewhere: of those ours stays.
    """
    one, two, before = (dict(_named(front)) for front in (ours, theirs, base))
    found = dict(one)
    for key, text in two.items():
        mine, was = one.get(key), before.get(key)
        if mine == text or was == text:
            continue  # the same, or ours to change or take away
        if mine is None or mine == was or key in known:
            found[key] = mine if mine is not None and key in known else text
        else:
            found[key], lesser = max(mine, text), min(mine, text)
            other = f"{key}_other"
            found[other] = KEY.sub(f"{other}:", lesser, count=1)
    taken = {key for key in one if key not in two and before.get(key) == one[key]}
    return Front("".join(text for key, text in found.items() if key not in taken))


def _named(front: Front) -> list[tuple[str, str]]:
    """Every block under a name: comments under their own text."""
    return [(key if key is not None else text, text) for key, text in blocks_of(front.raw)]
