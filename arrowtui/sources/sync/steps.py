"""What a request to such a server was for: given back with its reply."""

import msgspec

from arrowtui.model.wire import Request
from arrowtui.sources.sync.place import ReaderPlace


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """`word` is what was asked, `after` what is asked next; `page` counts from 0, `taken` are items wanted so far.

    `base` and the three behind it are the place. `cursor` is where a page begins. `renewed`: with a secret made anew.
    `whole`: every id is listed, however old. `named`: the feeds' titles were asked for in this round.
    """

    word: str
    user: str = ""
    base: str = ""
    label: str = ""
    starred: bool = False
    after: str = ""
    page: int = 0
    taken: int = 0
    cursor: str = ""
    renewed: bool = False
    whole: bool = False
    named: bool = False

    @classmethod
    def at(cls, place: ReaderPlace, word: str) -> "Step":
        return cls(word, place.user, place.base, place.label, place.starred)

    @classmethod
    def of(cls, request: Request) -> "Step":
        """What a request was for."""
        return msgspec.json.decode(request.step, type=cls)

    @property
    def place(self) -> ReaderPlace:
        return ReaderPlace(self.user, self.base, self.label, self.starred)

    def written(self) -> str:
        return msgspec.json.encode(self).decode()
