"""What commands write: clean lines, aligned columns, JSON lines."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TextIO

from arrowtui.ingest.clean import clean_text
from arrowtui.model.errors_requests import OutputUnwritable

JsonValue = str | int | float | bool | None | Sequence["JsonValue"] | dict[str, "JsonValue"]
WIDE = 2000


def say(line: str = "") -> None:
    """One line for the person on the standard output; nothing in it can move a cursor. Raises: as `raw`."""
    with _told():
        _write(sys.stdout, line)


def tell(*lines: str) -> None:
    """Lines about how it went, on the error stream. Where that takes nothing nobody is left to be told; the work goes
    on, and the exit code says how it ended."""
    with suppress(OSError):
        for line in lines:
            _write(sys.stderr, line)


def _write(stream: TextIO, line: str) -> None:
    """Runs of blanks are kept: they are the columns. What the stream cannot write becomes a question mark."""
    safe = clean_text(line, WIDE).replace("\n", " ").replace("\t", " ")
    encoding = stream.encoding or "utf-8"
    stream.write(safe.encode(encoding, "replace").decode(encoding) + "\n")


def json_line(record: dict[str, JsonValue]) -> None:
    """One record as one line of JSON."""
    import json

    raw_line(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode())


def raw_line(line: bytes) -> None:
    """A line of bytes (JSON is UTF-8 whatever the terminal speaks), at once: a program waits for it."""
    raw(line + b"\n")


def raw(data: bytes) -> None:
    """Bytes as they are, at once. Raises: OutputUnwritable; BrokenPipeError when nobody reads any more."""
    flushed()
    with _told():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def flushed() -> None:
    """Send what was said on its way. Raises: OutputUnwritable; BrokenPipeError when nobody reads any more."""
    with _told():
        sys.stdout.flush()


@contextmanager
def _told() -> Iterator[None]:
    """A file that cannot take more is a failure to be told; a reader who has heard enough is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as cause:
        raise OutputUnwritable(cause.strerror or str(cause)) from cause


def stamp(moment: datetime | None) -> str | None:
    """A time for machines: "2026-11-23T12:00:00Z"."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z") if moment else None


def day(moment: datetime | None) -> str:
    """A time for people, in their own zone: "2026-11-23 13:00"; a dash where it is not known."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else "–"


def columns() -> int | None:
    """How wide lines may be: the terminal's width, or None when nobody looks (a pipe, a file)."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def fitted(text: str, width: int) -> str:
    """Text in exactly `width` cells: cut with an ellipsis or filled with blanks."""
    from wcwidth import wcswidth, wcwidth

    if max(0, wcswidth(text)) <= width:
        return text + " " * (width - max(0, wcswidth(text)))
    kept, used = [], 0
    for character in text:
        used += max(0, wcwidth(character))
        if used > width - 1:
            break
        kept.append(character)
    short = "".join(kept) + "…"
    return short + " " * (width - max(0, wcswidth(short)))
