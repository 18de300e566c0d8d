"""Quoted-printable that nobody declared, or that was encoded twice: some letters arrive so."""

import re

SOFT_BREAK = re.compile(r"=[ \t]*\n")
CODE = re.compile(r"=([0-9A-F]{2})")
SURELY = 3
"""So many lines that end in "=" are no accident."""


def unquoted(text: str) -> str:
    """The text with its codes read, where soft line breaks show beyond doubt that there are some."""
    if len(SOFT_BREAK.findall(text)) < SURELY:
        return text
    whole = SOFT_BREAK.sub("", text)
    try:
        return CODE.sub(lambda code: chr(int(code[1], 16)), whole).encode("latin-1").decode("utf-8")
    except ValueError:  # letters beside the codes, or codes of another charset
        return CODE.sub(lambda code: bytes.fromhex(code[1]).decode("cp1252", "replace"), whole)
