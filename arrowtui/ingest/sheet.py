"""The sheet a document is written on: its flows, one inside the other, and the numbers of its links."""

import re

from arrowtui.ingest.flow import PLAIN, Flow, Style
from arrowtui.ingest.links import safe_link
from arrowtui.model.document import Document, Emphasis

DEEPEST = 16
"""Flows (a list is two) nested deeper are written into the one around them: beyond that nothing is left of a line."""

_AUTOLINK = re.compile(
    r"(?:https?://|(?<![\w./@-])www\.(?=\w))[^\s<>\"\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]{1,2048}"
    r"|(?<![\w.+@/:=-])[\w+-][\w.+-]{0,63}@(?:[a-zA-Z0-9-]{1,63}\.){1,8}[a-zA-Z]{2,24}(?![\w@-])"
)
_CLOSING = {")": "(", "]": "[", "}": "{"}


class Sheet:
    """Where a reader of some markup writes. `base` is what relative links are resolved against; `left` the effort that
    may still be spent, None for any (see `portion`); `is_cut` whether it did not suffice."""

    def __init__(self, base: str | None = None, left: int | None = None) -> None:
        self.base, self.left = base, left
        self.is_cut = False
        self.root = Flow()
        self.flow = self.root
        self._around: list[Flow] = []
        self._numbers: dict[str, int] = {}

    def number(self, link: str) -> int:
        """The index of a safe link; the same target has the same one wherever it occurs."""
        return self._numbers.setdefault(link, len(self._numbers))

    def open(self, flow: Flow) -> None:
        """Write into `flow` until `close`."""
        self.flow.end()
        self._around.append(self.flow)
        self.flow = flow

    def close(self) -> None:
        """Finish the innermost flow and go on in the one around it."""
        done, self.flow = self.flow, self._around.pop()
        done.close(self.flow)

    @property
    def is_deep(self) -> bool:
        """Whether no further quote or list should be opened."""
        return len(self._around) >= DEEPEST

    def write(self, text: str, style: Style = PLAIN) -> None:
        """Add clean text in which addresses written out become links."""
        if "@" not in text and "://" not in text and "www." not in text:
            self.flow.write(text, style)
            return
        done = 0
        for found in _AUTOLINK.finditer(text):
            address = _trimmed(found[0])
            link = safe_link(f"mailto:{address}" if "@" in address and "/" not in address else address)
            if link is not None and Emphasis.CODE not in style:
                self.flow.write(text[done : found.start()], style)
                self.flow.write(address, style, self.number(link))
                done = found.start() + len(address)
        self.flow.write(text[done:], style)

    def document(self) -> Document:
        while self._around:
            self.close()
        self.root.end()
        return Document(tuple(self.root.blocks), tuple(self._numbers), self.is_cut)


def _trimmed(address: str) -> str:
    """An address without the punctuation of the sentence around it."""
    while address and (
        address[-1] in ".,;:!?'*_~>|…’”»。，、"
        or (address[-1] in _CLOSING and address.count(address[-1]) > address.count(_CLOSING[address[-1]]))
    ):
        address = address[:-1]
    return address
