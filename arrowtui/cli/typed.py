"""Words as the person typed them, whatever bytes her terminal or another program made of them: no letter is lost."""

import locale
import os
import sys

import click


class Typed(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions of click only
    """Words for the eye, where a path has to stay the bytes it is."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return as_typed(value)


TYPED = Typed()


def as_typed(words: str) -> str:
    """An argument in letters. Python hides bytes that its encoding does not know in halves of letters (PEP 383), which
    would be cleaned away as no letters at all."""
    return words if words.isascii() or not _has_bytes(words) else letters(os.fsencode(words))


def letters(data: bytes) -> str:
    """UTF-8 or, by its mark, UTF-16; what is neither is in the encoding of the locale, or else in Windows' own, which
    has a letter for nearly every byte."""
    marked = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for encoding in (marked, locale.getencoding()):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")


def piped() -> str:
    """What comes on the standard input, to its end, in letters."""
    return letters(sys.stdin.buffer.read()).replace("\r\n", "\n").replace("\r", "\n")


def _has_bytes(words: str) -> bool:
    return any("\udc80" <= letter <= "\udcff" for letter in words)
