"""The requests to the API of Stack Exchange, and what is remembered between them."""

import msgspec
from msgspec import Struct

from arrowtui.model.wire import Request, SecretUse
from arrowtui.sources.place import with_query
from arrowtui.sources.social.given import Options, base
from arrowtui.sources.stackexchange_parts.address import Page, site_of

API = "https://api.stackexchange.com"
KEY = SecretUse("stackexchange", ("query", "key"), is_optional=True)
"""Raises what one address may ask from 300 to 10,000 requests a day."""
NEWEST = (("order", "desc"), ("sort", "creation"), ("filter", "withbody"))
FIRST_SIZE, SIZE = "50", "100"
OVERLAP_S = 2 * 3_600
"""Questions of so long before the newest one met are read again: most edits come in the first hours."""
MOST_POSTS = 100
"""Ids one request may name."""


class Memory(msgspec.Struct, frozen=True):
    """`newest` is when the newest question met was asked (seconds). Of a thread: when it was last active, and its
    answers."""

    newest: int = 0
    activity: int = 0
    answers: list[int] = []


class Asked(Struct, frozen=True):
    """What a request was for; it comes back with the reply as its step. `site` is the origin of the site itself."""

    what: str
    site: str
    question: str = ""
    page: int = 1

    @property
    def step(self) -> str:
        return f"{self.what} {self.site} {self.question or '-'} {self.page}"

    @classmethod
    def again(cls, request: Request) -> "Asked":
        what, site, question, page = request.step.split(" ")
        return cls(what, site, "" if question == "-" else question, int(page))


def ask_list(page: Page, options: Options, newest: int) -> Request:
    """The newest questions of a page; later those since shortly before the newest one met."""
    method = "search/advanced" if page.search else f"users/{page.user}/questions" if page.user else "questions"
    pairs = (
        ("q", page.search),
        ("tagged", ";".join(page.tags)),
        ("fromdate", str(newest - OVERLAP_S) if newest > OVERLAP_S else ""),
        ("pagesize", SIZE if newest else FIRST_SIZE),
    )
    return _request(method, (*pairs, *NEWEST), Asked("list", page.site.origin), site_of(page.site.host), options)


def ask_further(request: Request, asked: Asked) -> Request:
    """The next page of a list."""
    further = Asked(asked.what, asked.site, asked.question, asked.page + 1)
    address = request.address.partition("&page=")[0]
    return Request(f"{address}&page={further.page}", request.headers, secrets=(KEY,), step=further.step)


def ask_question(page: Page, options: Options) -> Request:
    """A question by itself."""
    asked = Asked("question", page.site.origin, page.question)
    pairs = (("filter", "withbody"),)
    return _request(f"questions/{page.question}", pairs, asked, site_of(page.site.host), options)


def ask_answers(asked: Asked, options: Options) -> Request:
    """The newest answers of a question."""
    further = Asked("answers", asked.site, asked.question)
    pairs = (("pagesize", SIZE), *NEWEST)
    return _request(f"questions/{asked.question}/answers", pairs, further, _site(asked), options)


def ask_comments(asked: Asked, answers: list[int], options: Options) -> Request:
    """The newest comments of a question and its answers."""
    posts = ";".join([asked.question, *(str(one) for one in answers[: MOST_POSTS - 1])])
    further = Asked("comments", asked.site, asked.question)
    return _request(f"posts/{posts}/comments", (("pagesize", SIZE), *NEWEST), further, _site(asked), options)


def _site(asked: Asked) -> str:
    return site_of(asked.site.partition("://")[2].removeprefix("www."))


def _request(method: str, pairs: tuple[tuple[str, str], ...], asked: Asked, site: str, options: Options) -> Request:
    address = with_query(f"{base(options, API)}/2.3/{method}", (("site", site), *pairs))
    return Request(address, {"Accept": "application/json"}, secrets=(KEY,), step=asked.step)
