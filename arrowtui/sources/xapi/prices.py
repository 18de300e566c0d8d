"""What X charges: for every post and every account in a reply, the included ones too. Source: its pricing page.

What was bought already the same day is mostly free; that is not counted on, so the meter shows rather too much.
"""

from msgspec import Struct

from arrowtui.model.errors_social import MoneyNeeded, OptionUnfit
from arrowtui.model.spending import Bill, micros_of
from arrowtui.sources.social.given import Options, option

KIND = "x"
EXTRAS = ("context", "media")
MOST_MEDIA, MOST_REFERENCES = 4, 2
"""Of one post: pictures, and posts it answers or quotes."""


class Prices(Struct, frozen=True):
    """The person's budget for a month and the prices, in micros."""

    budget: int
    per_post: int
    per_user: int

    @classmethod
    def of(cls, options: Options) -> "Prices":
        """Raises: MoneyNeeded without a budget, OptionUnfit."""
        if not option(options, "budget"):
            raise MoneyNeeded("X", "x")
        return cls(
            _sum(options, "budget", ""),
            _sum(options, "price_per_post", "0.005"),
            _sum(options, "price_per_user", "0.010"),
        )

    def page(self, posts: int, extras: frozenset[str]) -> Bill:
        """The bill of a page of at most so many posts with their authors."""
        references = MOST_REFERENCES if "context" in extras else 0
        media = MOST_MEDIA if "media" in extras else 0
        each = self.per_post * (1 + references + media) + self.per_user * (1 + references)
        return Bill(KIND, self.budget, posts * each)

    def posts(self, posts: int) -> Bill:
        """The bill of posts without their authors."""
        return Bill(KIND, self.budget, posts * self.per_post)

    def user(self) -> Bill:
        """The bill of one account."""
        return Bill(KIND, self.budget, self.per_user)

    def cost(self, posts: int, users: int, media: int) -> int:
        """What a reply did cost."""
        return (posts + media) * self.per_post + users * self.per_user


def _sum(options: Options, name: str, usual: str) -> int:
    value = option(options, name, usual)
    micros = micros_of(value)
    if micros is None:
        raise OptionUnfit(name, value, 'a sum in quotes such as "5.00"')
    return micros


def extras_of(options: Options) -> frozenset[str]:
    """What is bought besides posts and authors: `context`, `media`. Raises: OptionUnfit."""
    given = option(options, "include")
    words = frozenset(given.replace(",", " ").split())
    if not words <= set(EXTRAS):
        raise OptionUnfit("include", given, f"of {', '.join(EXTRAS)}")
    return words
