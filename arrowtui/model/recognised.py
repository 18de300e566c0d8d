"""What a typed address, tag or name stands for, before anybody was asked."""

from msgspec import Struct

from arrowtui.model.subscription import Wish


class Recognised(Struct, frozen=True):
    """A source that something typed may mean.

    `words` say what it is to a person ("the hashtag #edchat on mastodon.example"). `is_sure`: nothing else has such
    an address, so a failure is told instead of looking for feeds there. `needs` name secrets (see `SecretUse`) without
    which it brings nothing, `hint` is a sentence about what cannot be had without an account. `server` is the one that
    was taken because none was named: `typed@server` means another. `name_in` is the address with `{}` where the name of
    an account is missing.
    """

    wish: Wish
    words: str
    is_sure: bool = True
    needs: tuple[str, ...] = ()
    hint: str = ""
    server: str = ""
    name_in: str = ""
