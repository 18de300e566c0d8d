"""A log as Markdown: whatever a title or name holds, it stays words."""

import re
from collections.abc import Iterator

from arrowtui.notes.log.page import Block, EntryEnd, Fact, Heading, Page, Quote, Table, Writing
from arrowtui.notes.meaning import FENCE

SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
AT_THE_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|)(#{1,6}(?=\s|$)|[+-](?=[\s-]|$)|[.)](?=\s|$)|=+$)")
"""What begins a heading, a list, a rule; of a numbered list the sign after the number, since only signs are escaped."""
HASHES = re.compile(r"^( {0,3})(#{1,6})(?=\s)")


def as_markdown(page: Page) -> str:
    """The page with one newline at its end."""
    blocks = [f"# {escaped(page.title)}", *(text for block in page.blocks if (text := _block(block)))]
    return "\n\n".join(_joined(blocks)) + "\n"


def escaped(words: str) -> str:
    """Plain words on one line that no Markdown program takes for anything else."""
    line = SPECIAL.sub(r"\\\1", " ".join(words.split()))
    return AT_THE_START.sub(r"\1\\\2", line)


def _block(block: Block) -> str:
    match block:
        case Heading(words, level):
            return f"{'#' * level} {escaped(words)}"
        case Fact(label, words, link):
            told = f"[{escaped(words)}](<{link}>)" if link else escaped(words)
            return f"- **{escaped(label)}**: {told}"
        case Writing(label, text, is_blank):
            head = f"### {escaped(label)}\n\n" if label else ""
            return f"{head}{'…' if is_blank else deeper(text, 3)}"
        case Quote(words, by):
            return f"> {escaped(words)}{f' ({escaped(by)})' if by else ''}"
        case Table():
            return "\n".join(_table(block))
        case EntryEnd():
            return ""


def _joined(blocks: list[str]) -> Iterator[str]:
    """Facts that follow one another are one list."""
    held: list[str] = []
    for block in blocks:
        if block.startswith("- **"):
            held.append(block)
            continue
        if held:
            yield "\n".join(held)
            held = []
        yield block
    if held:
        yield "\n".join(held)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, table.columns))} |"
    yield f"|{'---|' * len(table.columns)}"
    for row in table.rows:
        yield f"| {' | '.join(escaped(cell).replace(chr(10), ' ') for cell in row)} |"


def deeper(text: str, by: int) -> str:
    """Markdown whose headings stand below those of the page; code stays as it is."""
    found, is_code = list[str](), False
    for line in text.strip().split("\n"):
        is_code = is_code is not bool(FENCE.match(line))
        found.append(line if is_code else HASHES.sub(lambda m: f"{m[1]}{'#' * min(6, len(m[2]) + by - 1)}", line))
    return "\n".join(found)
