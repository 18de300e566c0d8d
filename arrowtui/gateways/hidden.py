"""Secrets on their way out: no `repr` of what holds one shows it."""


class Hidden(str):
    """A secret on its way into a header."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


class HiddenBytes(bytes):
    """A secret on its way into a body."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'…'"
