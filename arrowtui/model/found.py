"""What lies at an address a person typed."""

from msgspec import Struct

from arrowtui.model.subscription import Trouble, Wish


class FoundSource(Struct, frozen=True):
    """A source that answers: `openings` are the clean titles of its first items, `is_known` that she has it already.

    `words` say what it was taken for, where that was a guess; `hint` what cannot be had without an account. One that
    is surely meant but does not answer (it wants a login first, say) is here too, with its `trouble`; `secret` names
    the token or password that would mend it. `server` is what was taken because none was named: `typed@server` means
    another. `name_in` is the address with `{}` where the name of an account is missing. `is_part`: one that was found
    before holds it already.
    """

    wish: Wish
    title: str
    openings: tuple[str, ...] = ()
    is_known: bool = False
    is_comments: bool = False
    words: str = ""
    hint: str = ""
    trouble: Trouble | None = None
    secret: str = ""
    server: str = ""
    name_in: str = ""
    is_part: bool = False
