"""What a server like FreshRSS or Miniflux has gathered comes in, over real sockets: read, and nothing else."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from arrowtui.gateways.reader_logins import ReaderLogins
from arrowtui.gateways.web import Web
from arrowtui.model.errors import SecretMissing
from arrowtui.model.item import Scope, View
from arrowtui.model.lane import Lane
from arrowtui.model.ports import Source
from arrowtui.services.calls import Calls
from arrowtui.services.library import Library
from arrowtui.services.probe import Probe
from arrowtui.services.refresh import Refresh
from arrowtui.sources.registry import SOURCES
from arrowtui.store import open_store
from tests.fakes import FakeClock
from tests.server import Asked, BrokenOff, Hang, Reset, Say, Server
from tests.services.world import World, tip, trouble_of
from tests.sync_server import PASSWORD, Article, Dialect, SyncServer

BASES = {Dialect.FRESHRSS: "/api/greader.php", Dialect.MINIFLUX: ""}
FEVERS = {Dialect.FRESHRSS: "/api/fever.php", Dialect.MINIFLUX: "/fever/"}
BIG = 1_795_420_800_123_456
"""What FreshRSS counts by: microseconds."""


@dataclass
class Keys:
    """Secrets in memory; as the real ones, what was looked up is kept until it is forgotten."""

    there: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    async def value(self, name: str) -> str:
        found = self.kept.get(name) or self.there.get(name)
        if found is None:
            raise SecretMissing(name)
        self.kept[name] = found
        return found

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


@dataclass
class Reading(World):
    """A world with every real adapter, real sockets and real logins."""

    keys: Keys = field(default_factory=Keys)

    @property
    def refresh(self) -> Refresh:
        sources: dict[str, Source] = dict(SOURCES)
        return Refresh(self.store, self.wire, sources, self.clock, tip, jitter=lambda: 0.5, pause=self._pass)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with Server() as server:
        yield server


@pytest.fixture
def keys() -> Keys:
    return Keys({"greader:ida@127.0.0.1": PASSWORD, "fever:ida@127.0.0.1": PASSWORD})


@pytest.fixture
async def world(tmp_path: Path, clock: FakeClock, keys: Keys) -> AsyncIterator[Reading]:
    store = await open_store(tmp_path / "store.db", durable=False)
    plain = Web(clock, proxy_for=lambda target: None)
    web = Web(clock, ReaderLogins(keys, plain, clock, keys.forget), proxy_for=lambda target: None)
    yield Reading(store, clock, web, keys=keys)
    await web.close()
    await plain.close()
    await store.close()


@pytest.fixture(params=Dialect)
def gatherer(request: pytest.FixtureRequest, server: Server) -> SyncServer:
    dialect: Dialect = request.param
    first = BIG if dialect is Dialect.FRESHRSS else 880
    there = [
        Article(first + n, f"Title & {n}", f"https://desk.example/{n}", "Press" if n % 2 else "Lab") for n in range(4)
    ]
    server.otherwise = made = SyncServer(dialect, there)
    return made


def address(server: Server, gatherer: SyncServer, kind: str = "greader", end: str = "") -> str:
    base = (BASES if kind == "greader" else FEVERS)[gatherer.dialect]
    return f"http://ida@127.0.0.1:{server.port}{base}{end}"


KINDS = pytest.mark.parametrize("kind", ["greader", "fever"])


@KINDS
async def test_everything_comes_once_with_the_name_of_its_feed(
    world: Reading, server: Server, gatherer: SyncServer, kind: str
) -> None:
    await world.follow(address(server, gatherer, kind), kind=kind)

    (first,) = (await world.round()).values()
    (again,) = (await world.round()).values()
    gatherer.articles.append(Article(gatherer.articles[-1].number + 1, "Late", "https://desk.example/late"))
    (third,) = (await world.round()).values()

    assert [report.trouble for report in (first, again, third)] == [None] * 3
    assert [report.new for report in (first, again, third)] == [4, 0, 1]
    assert await world.titles() == ["Late", *(f"Title & {n}" for n in range(4))]
    row = (await world.rows())[0]
    read = await Library(world.store).item(row.id)
    assert read is not None
    assert read.fields[0][0] == "From"
    assert read.fields[0][1].endswith(", on 127.0.0.1")


@KINDS
@pytest.mark.parametrize(("end", "new"), [("?label=Press", ["Title & 1", "Title & 3"]), ("?starred", ["Title & 2"])])
async def test_one_folder_or_what_is_starred_can_be_had_alone(
    world: Reading, server: Server, gatherer: SyncServer, kind: str, end: str, new: list[str]
) -> None:
    first = gatherer.articles[2]
    gatherer.articles[2] = Article(first.number, first.title, first.link, first.folder, starred=True)
    await world.follow(address(server, gatherer, kind, end), kind=kind)

    (report,) = (await world.round()).values()

    assert report.trouble is None
    assert await world.titles() == new


@KINDS
async def test_nothing_is_ever_changed_there(world: Reading, server: Server, gatherer: SyncServer, kind: str) -> None:
    for end in ("", "?label=Press", "?starred"):
        await world.follow(address(server, gatherer, kind, end), kind=kind)

    await world.round()

    assert gatherer.changes == []
    calls = {one.path.partition("?")[0].rpartition("/")[2] for one in server.asked if one.method == "POST"}
    assert calls <= {"ClientLogin", "contents", "fever.php", ""}


async def test_one_login_serves_until_the_server_ends_it(world: Reading, server: Server, gatherer: SyncServer) -> None:
    await world.follow(address(server, gatherer), kind="greader")
    await world.round()
    await world.round()
    assert gatherer.logins == 1

    world.clock.forward(minutes=10)
    gatherer.session = "two"
    gatherer.articles.append(Article(gatherer.articles[-1].number + 1, "Late", "https://desk.example/late"))
    (report,) = (await world.round()).values()

    assert (report.new, report.trouble, gatherer.logins) == (1, None, 2)


@KINDS
async def test_a_wrong_password_is_told_and_not_tried_again_until_it_is_another(
    world: Reading, server: Server, gatherer: SyncServer, kind: str
) -> None:
    world.keys.there[f"{kind}:ida@127.0.0.1"] = "wrong"
    await world.follow(address(server, gatherer, kind), kind=kind)

    (report,) = (await world.round()).values()
    asked = len(server.asked)
    await world.round()

    assert trouble_of(report).name == "LoginRefused"
    assert f"arrowtui login {kind}:ida@127.0.0.1" in trouble_of(report).hint
    assert await world.titles() == []
    if kind == "greader":
        assert len(server.asked) == asked == 1
    world.keys.there[f"{kind}:ida@127.0.0.1"] = PASSWORD
    (report,) = (await world.round()).values()
    assert (report.new, report.trouble) == (4, None)


@KINDS
async def test_without_a_password_its_name_is_told_and_nobody_asked(
    world: Reading, server: Server, gatherer: SyncServer, kind: str
) -> None:
    world.keys.there.clear()
    await world.follow(address(server, gatherer, kind), kind=kind)

    (report,) = (await world.round()).values()

    assert trouble_of(report).name == "SecretMissing"
    assert f"{kind}:ida@127.0.0.1" in trouble_of(report).hint
    assert server.asked == []


async def test_a_list_that_did_not_change_is_not_sent_again(
    world: Reading, server: Server, gatherer: SyncServer
) -> None:
    await world.follow(address(server, gatherer), kind="greader")
    await world.round()
    await world.round()  # the list is now asked for from a day on: another address
    seen = len(server.asked)

    (report,) = (await world.round()).values()

    assert report.unchanged
    assert len(server.asked) == seen + 1
    assert server.asked[-1].headers["if-none-match"]


def once(gatherer: SyncServer, when: Callable[[Asked], bool], act: Say | Reset | Hang) -> None:
    """The next request that fits is answered otherwise, one time."""
    usual, done = gatherer._answer, list[Asked]()

    def answer(asked: Asked) -> Say:
        if not done and when(asked):
            done.append(asked)
            return act  # type: ignore[return-value]  # plays like a Say
        return usual(asked)

    gatherer._answer = answer  # type: ignore[method-assign]  # a fault of the moment


def is_for_items(asked: Asked) -> bool:
    return "contents" in asked.path or "items&" in asked.path


@KINDS
@pytest.mark.parametrize("fault", ["reset", "broken off", "html", "truncated"])
async def test_a_line_that_breaks_in_the_middle_costs_nothing_and_brings_nothing_twice(
    world: Reading, server: Server, gatherer: SyncServer, kind: str, fault: str
) -> None:
    faults: dict[str, Say | Reset] = {
        "reset": Reset(),
        "broken off": BrokenOff(200, '{"items": [' + " " * 400 + "]}"),
        "html": Say(200, "<!doctype html><p>Welcome to our hotel"),
        "truncated": Say(200, '{"auth": 1, "items": [{"id": 1'),
    }
    await world.follow(address(server, gatherer, kind), kind=kind)
    once(gatherer, is_for_items, faults[fault])

    (report,) = (await world.round()).values()
    (after,) = (await world.round()).values()

    assert trouble_of(report).headline
    assert report.new + after.new == 4
    assert after.trouble is None
    assert len(await world.titles()) == 4


@KINDS
async def test_a_server_that_asks_to_wait_is_left_alone(
    world: Reading, server: Server, gatherer: SyncServer, kind: str
) -> None:
    await world.follow(address(server, gatherer, kind), kind=kind)
    once(gatherer, lambda asked: "ClientLogin" not in asked.path, Say(429, "", Retry_After="600"))

    (report,) = (await world.round()).values()
    seen = len(server.asked)
    world.clock.forward(minutes=9)
    await world.round(due_only=True)
    assert len(server.asked) == seen
    world.clock.forward(minutes=30)
    (after,) = (await world.round(due_only=True)).values()

    assert trouble_of(report).name == "AskedToWait"
    assert (after.new, after.trouble) == (4, None)


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (Say(503, "Service Unavailable!"), "ApiSwitchedOff"),
        (Say(404, "no"), "NotThere"),
        (Say(429, "", Retry_After="90"), "AskedToWait"),
        (Say(502, "<html>"), "ServerFault"),
        (Say(200, "<html><p>Welcome to our hotel"), "UnreadableReply"),
        (Say(200, "SID=x\n"), "UnreadableReply"),
        (Say(200, "OK"), "UnreadableReply"),
        (Say(400, "Bad Request!"), "LoginRefused"),
    ],
    ids=["off", "404", "429", "502", "html", "no auth", "OK", "400"],
)
async def test_a_login_that_fails_says_how(
    world: Reading, server: Server, gatherer: SyncServer, answer: Say, name: str
) -> None:
    await world.follow(address(server, gatherer), kind="greader")
    once(gatherer, lambda asked: "ClientLogin" in asked.path, answer)

    (report,) = (await world.round()).values()

    assert trouble_of(report).name == name
    assert PASSWORD not in f"{trouble_of(report)}"


async def test_the_same_article_from_its_feed_and_from_the_server_is_shown_once(
    world: Reading, server: Server, gatherer: SyncServer
) -> None:
    item = "<item><title>Title &amp; 1</title><link>https://desk.example/1?utm_source=rss</link><description>About</description></item>"
    feed = server.on("/feed.xml", Say(200, f"<rss version='2.0'><channel><title>Desk</title>{item}</channel></rss>"))
    await world.follow(feed)
    await world.follow(address(server, gatherer), kind="greader")
    await world.follow(address(server, gatherer, "fever"), kind="fever")

    await world.round()

    assert await world.titles() == [f"Title & {n}" for n in range(4)]


@KINDS
async def test_adding_says_what_is_missing_one_thing_after_the_other(
    world: Reading, server: Server, gatherer: SyncServer, kind: str
) -> None:
    probe = Probe(world.wire, dict(SOURCES))
    base = (BASES if kind == "greader" else FEVERS)[gatherer.dialect]
    door = "/reader/api/0" if not base else ("?api" if base.endswith("/") else "")
    world.keys.there.clear()

    (nobody,) = await probe.look(server.at(f"{base}{door}"))
    named = nobody.name_in.replace("{}", "ida")
    (no_password,) = await probe.look(named)
    world.keys.there[no_password.secret] = PASSWORD
    there, *parts = await probe.look(named)

    assert nobody.trouble and nobody.trouble.name == "AccountNotNamed"
    assert no_password.secret == f"{kind}:ida@127.0.0.1"
    assert (there.trouble, there.title) == (None, "127.0.0.1")
    assert there.openings == ("Title & 3", "Title & 2", "Title & 1")
    assert [urlsplit(part.wish.address).query for part in parts] == ["starred", "label=Lab", "label=Press"]
    assert [part.title for part in parts] == ["only what is starred", "only 'Lab'", "only 'Press'"]
    assert len(await probe.look(parts[1].wish.address)) == 1


async def test_the_page_a_person_knows_leads_to_what_is_behind_it(
    world: Reading, server: Server, gatherer: SyncServer
) -> None:
    pages = {
        Dialect.FRESHRSS: ("/i/", '<script id="jsonVars" type="application/json">{}</script><img alt="FreshRSS">'),
        Dialect.MINIFLUX: ("/login", '<meta name="apple-mobile-web-app-title" content="Miniflux">'),
    }
    path, body = pages[gatherer.dialect]
    server.on(path, Say(200, f"<!doctype html><html><head>{body}</head></html>", Content_Type="text/html"))

    (found,) = await Probe(world.wire, dict(SOURCES)).look(server.at(path))

    assert found.wish.kind == "greader"
    assert found.name_in.startswith("http://{}@127.0.0.1")


async def test_a_password_does_not_leave_unencrypted_for_a_foreign_host(world: Reading, keys: Keys) -> None:
    keys.there |= {"greader:ida@rss.example": PASSWORD, "fever:ida@rss.example": PASSWORD}
    await world.follow("http://ida@rss.example/api/greader.php", kind="greader")
    await world.follow("http://ida@rss.example/api/fever.php", kind="fever")

    reports = await world.round()

    assert {trouble_of(report).name for report in reports.values()} == {"LoginInTheClear"}


async def test_a_login_is_not_carried_on_to_another_server(
    world: Reading, server: Server, gatherer: SyncServer
) -> None:
    async with Server() as other:
        moved = Say(307, "", Location=other.at("/fever/"))
        await world.follow(address(server, gatherer, "fever"), kind="fever")
        once(gatherer, is_for_items, moved)

        (report,) = (await world.round()).values()

        assert trouble_of(report).name == "RedirectRefused"
        assert other.asked == []


@KINDS
async def test_a_call_is_of_the_outlet_whose_feed_it_came_from(
    world: Reading, server: Server, gatherer: SyncServer, kind: str
) -> None:
    title = "Call-out: are you a nurse? Tell us about your night shifts by Friday, mail desk@desk.example"
    gatherer.articles[:] = [Article(gatherer.articles[0].number, title, "https://desk.example/1")]
    await world.follow(address(server, gatherer, kind), kind=kind, lane=Lane.CALL)

    await world.round()
    (row,) = await world.rows()
    line = await Calls(world.store, world.clock).call(row.id)

    assert line is not None
    assert line.kept.call.outlet == ("Desk" if kind == "greader" else "Feed of Press")


async def test_nothing_that_is_stored_or_told_holds_a_secret(
    world: Reading, server: Server, gatherer: SyncServer, tmp_path: Path
) -> None:
    await world.follow(address(server, gatherer), kind="greader")
    await world.follow(address(server, gatherer, "fever"), kind="fever")
    await world.round()
    rows = await Library(world.store).page(View(Lane.TIP, Scope.ALL))
    assert rows.rows

    for name in ("store.db", "store.db-wal"):
        held = (tmp_path / name).read_bytes()
        for secret in (PASSWORD, gatherer.auth, gatherer.write_token):
            assert secret.encode() not in held
