"""A slip of the pen in the TOML, told in plain words with its line and column."""

import re

from msgspec import Struct

_PLACE = re.compile(r"\s*\((?:at line (\d+), column (\d+)|at end of document)\)$")
_WORDS: tuple[tuple[str, str], ...] = (
    ("Unterminated string", "a text lacks its closing quote"),
    ("Illegal character '\\n'", "a text lacks its closing quote"),
    ("Expected '=' after a key", "a key must be followed by = and its value"),
    (
        "Invalid value",
        'there is no value TOML knows: text stands in quotes ("like this"), numbers and true/false do not',
    ),
    ("Invalid initial character for a key", "a key is expected: letters, digits, - and _, or text in quotes"),
    ("Invalid statement", "a key or a [table] is expected here"),
    ("Cannot overwrite a value", "this key was given before"),
    ("Cannot declare", "this table was begun before"),
    ("Duplicate inline table key", "this key was given before"),
    ("Expected newline or end of document", "one line holds one key: something follows its value"),
    ("Expected ']' at the end of a table", "a table's name lacks its closing ]"),
    ("Expected ']]' at the end of an array", "a list entry's name lacks its closing ]]"),
    ("Unclosed array", "a list lacks its closing ] or a comma between two values"),
    ("Unclosed inline table", "a table in one line lacks its closing } or a comma"),
    ("Unescaped '\\'", "a backslash in a text must be doubled, or the text put in single quotes"),
    ("Expected", "something is missing"),
)


class Slip(Struct, frozen=True):
    """`line` and `column` count from 1; 0 is not known."""

    line: int
    column: int
    why: str


def slip(message: str, text: str) -> Slip:
    """Understand the decoder's own message: "Invalid value (at line 3, column 9)"."""
    place = _PLACE.search(message)
    bare = message[: place.start()] if place else message
    why = next((words for begin, words in _WORDS if bare.startswith(begin)), bare[:1].lower() + bare[1:])
    if place and place.group(1):
        return Slip(int(place.group(1)), int(place.group(2)), why)
    return Slip(text.count("\n") + (not text.endswith("\n")), 0, why)
