"""An account on a server that gathers feeds, and the names of the secrets that are made for it."""

from urllib.parse import urlsplit

from msgspec import Struct

SESSION, RENEWED = "greader-session:", "greader-session-renewed:"
"""What a Google Reader login gives, as its header wants it; the same after that one was refused."""
TOKEN, TOKEN_RENEWED = "greader-token:", "greader-token-renewed:"
"""What a form must carry besides; the same after a refusal."""
KEY, KEY_RENEWED = "fever-key:", "fever-key-renewed:"
"""What Fever takes for name and password; the same made of a password looked up anew."""


class ReaderAccount(Struct, frozen=True):
    """`user` at the API that answers under `base` (no slash at its end)."""

    user: str
    base: str

    @property
    def host(self) -> str:
        """Without its port."""
        return urlsplit(self.base).hostname or ""

    @property
    def scope(self) -> str:
        """Where ids of this account count: those of another account of the same server are others."""
        return f"{self.user}@{self.base.partition('://')[2]}"

    def secret(self, prefix: str) -> str:
        """The name of what is made of the password, for this server alone."""
        return f"{prefix}{self.user} {self.base}"

    @classmethod
    def named_in(cls, secret: str, prefix: str) -> "ReaderAccount":
        """The account that such a name means."""
        user, _, base = secret.removeprefix(prefix).rpartition(" ")
        return cls(user, base)

    def password(self, kind: str) -> str:
        """The name under which the person gives her password: `greader:ida@rss.example`."""
        return f"{kind}:{self.user}@{self.host}"
