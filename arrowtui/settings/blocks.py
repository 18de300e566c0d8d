"""One [[source]] (or another table) in the text of a settings file, changed: every other letter stays where it was."""

import re
from collections.abc import Sequence

from msgspec import Struct

from arrowtui.settings.statements import Statement, statements
from arrowtui.settings.written import Value, literal

_COMMENT = re.compile(r"\s*#")


class Block(Struct, frozen=True):
    """One entry: its header, its own keys, and the last line (from 0) of all that belongs to it."""

    header: Statement
    keys: tuple[Statement, ...]
    last: int


def source_blocks(text: str) -> tuple[Block, ...]:
    """The [[source]] entries of a text, in order; none for sources written as `source = [{…}]`."""
    return blocks_of(text, "source")


def blocks_of(text: str, table: str) -> tuple[Block, ...]:
    """The same for any table of which there may be several."""
    found: list[Block] = []
    is_ours = is_main = False
    for said in statements(text):
        if said.opens:
            is_ours = said.path[:1] == (table,) and (said.opens == "[[" or bool(found))
            is_main = is_ours and said.path == (table,)
            if is_main:
                found.append(Block(said, (), said.last))
                continue
        if is_ours and found:
            block = found[-1]
            keys = (*block.keys, said) if is_main else block.keys
            found[-1] = Block(block.header, keys, said.last)
    return tuple(found)


def without(text: str, block: Block) -> str:
    """The text less one source, with the comments inside it; what stands above it stays."""
    return parted(text, block)[0]


def parted(text: str, block: Block) -> tuple[str, str, int]:
    """The same, then what was taken out, and the line at which it stood: `with_words` undoes it."""
    lines = _lines(text)
    end = _end(lines, block)
    begin = block.header.first
    before_is_blank = begin == 0 or not lines[begin - 1].strip()
    if before_is_blank and end < len(lines) and not lines[end].strip():
        end += 1
    elif before_is_blank and end == len(lines) and begin:
        begin -= 1
    return "".join(lines[:begin] + lines[end:]), "".join(lines[begin:end]), begin


def with_words(text: str, words: str, line: int) -> str:
    """The text with words put in before a line of it, or after the last."""
    lines = _lines(text)
    return "".join([*lines[:line], words, *lines[line:]])


def with_value(text: str, block: Block, key: str, value: Value | None) -> str:
    """The text with one key of a source set, or taken out (None); a comment on its line stays when it is set."""
    said = next((known for known in block.keys if known.path == (key,)), None)
    lines = _lines(text)
    if said is None:
        return text if value is None else _with_line(lines, block, f"{key} = {literal(value)}")
    if value is None:
        return "".join(lines[: said.first] + lines[said.last + 1 :])
    start, end = said.value
    return f"{text[:start]}{literal(value)}{text[end:]}"


def with_blocks(text: str, blocks: Sequence[str]) -> str:
    """The text with tables after it, its own kind of newlines kept."""
    gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
    added = gap + "\n".join(blocks)
    return text + (added.replace("\n", "\r\n") if "\r\n" in text else added)


def without_block(text: str, written: str) -> str | None:
    """The text less a table that stands in it as it was written, with an empty line; None where it does not, or where
    more was added to it."""
    table = written.replace("\n", "\r\n") if "\r\n" in text else written
    before, found, after = text.partition(table)
    is_line = not before or before.endswith("\n")
    goes_on = next(statements(after), None)
    if not found or not is_line or re.match(r"[ \t]*#", after) or (goes_on is not None and not goes_on.opens):
        return None
    if after:
        return before + re.sub(r"^\r?\n", "", after)
    return re.sub(r"\r?\n(\r?\n)$", r"\1", before)


def _lines(text: str) -> list[str]:
    """Split at newlines alone: these are the lines TOML counts."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _with_line(lines: Sequence[str], block: Block, line: str) -> str:
    after = block.keys[-1] if block.keys else block.header
    model = lines[after.first]
    indent = model[: len(model) - len(model.lstrip())] if block.keys else ""
    newline = "\r\n" if model.endswith("\r\n") else "\n"
    head = list(lines[: after.last + 1])
    if not head[-1].endswith("\n"):
        head[-1] += newline
    return "".join([*head, f"{indent}{line}{newline}", *lines[after.last + 1 :]])


def _end(lines: Sequence[str], block: Block) -> int:
    """The line after a source: comments right below its last key are its own, unless they lead to the next header."""
    end = after = block.last + 1
    while end < len(lines) and _COMMENT.match(lines[end]):
        end += 1
    return end if end == len(lines) or not lines[end].strip() else after
