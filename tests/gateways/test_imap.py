"""Mailboxes on a server, over real sockets and TLS: read to the last mail, leave no trace, and say what is wrong."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import msgspec
import pytest

from arrowtui.gateways.imap_line import MailLimits
from arrowtui.gateways.mailboxes import Mailboxes
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_fetching import SecretMissing, ServerTooSlow, ServerUnreachable
from arrowtui.model.errors_mail import LoginRefused, MailServerRefuses, NoSuchFolder, NotEncrypted
from arrowtui.model.mailbox import MailsFound, MailsWanted
from arrowtui.model.replace import replace
from arrowtui.model.wire import Reply, Request
from arrowtui.sources.mail import Mail
from tests.fakes import FakeClock
from tests.imap_server import ImapServer, Manners, StoredFolder
from tests.server import TLS
from tests.sources.mails import mail

SECRET = "s3cret"
IMPATIENT = MailLimits(connect_s=60, answer_s=60, total_s=60)


class FakeSecrets:
    """Knows the passwords of the reader."""

    def __init__(self) -> None:
        self.values = {"imap:reader@localhost": SECRET, "imap:müller@desk.example@localhost": "pässwort"}

    async def value(self, name: str) -> str:
        try:
            return self.values[name]
        except KeyError:
            raise SecretMissing(name) from None


@pytest.fixture
async def server() -> AsyncIterator[ImapServer]:
    async with ImapServer() as server:
        yield server


@pytest.fixture
async def boxes(clock: FakeClock) -> AsyncIterator[Mailboxes]:
    boxes = made(clock)
    yield boxes
    await boxes.close()


def made(clock: FakeClock, **more: object) -> Mailboxes:
    context = ssl.create_default_context(cafile=TLS / "cert.pem")
    kept = {"limits": IMPATIENT, "context": context, **more}
    return Mailboxes(clock, FakeSecrets(), **kept)  # type: ignore[arg-type]  # the same names and types


def letter(number: int) -> bytes:
    return mail(f"Letter {number}.", Message_ID=f"<{number}@desk.example>", Subject=f"Letter {number}")


def found_in(reply: Reply) -> MailsFound:
    return msgspec.msgpack.decode(reply.body, type=MailsFound)


def smaller(request: Request, **changes: int) -> Request:
    """The request with other limits."""
    wanted = msgspec.msgpack.decode(request.body or b"", type=MailsWanted)
    changed = replace(wanted, **changes)  # type: ignore[arg-type]  # limits alone, named by the test
    return replace(request, body=msgspec.msgpack.encode(changed))


async def polled(
    boxes: Mailboxes, address: str, memory: str = "", options: tuple[tuple[str, str], ...] = (), **changes: int
) -> tuple[list[str], str]:
    """The subjects a whole poll brings, further steps included, oldest first; and the memory after it."""
    source, waiting, subjects = Mail(), [Mail().first(address, options, memory)], []
    while waiting:
        reply = await boxes.fetch(smaller(waiting.pop(), **changes))
        if reply.status == 304:
            return [], memory
        batch = source.read(reply, options, memory)
        subjects += [draft.title.text if draft.title else "" for draft in reversed(batch.drafts)]
        waiting += batch.follow
        memory = batch.memory or memory
    return subjects, memory


async def test_mails_are_read_once_and_nothing_is_marked(server: ImapServer, boxes: Mailboxes) -> None:
    box = server.folders["INBOX"]
    for number in (1, 2):
        box.add(letter(number))

    first, memory = await polled(boxes, server.address())
    box.add(letter(3))
    second, memory = await polled(boxes, server.address(), memory)
    third, _ = await polled(boxes, server.address(), memory)

    assert (first, second, third) == (["Letter 1", "Letter 2"], ["Letter 3"], [])
    assert server.is_untouched
    assert server.said("EXAMINE")


async def test_where_nothing_is_new_there_is_nothing_to_read(server: ImapServer, boxes: Mailboxes) -> None:
    server.folders["INBOX"].add(letter(1))
    _, memory = await polled(boxes, server.address())

    reply = await boxes.fetch(Mail().first(server.address(), (), memory))

    assert (reply.status, reply.body) == (304, b"")


async def test_an_empty_folder_is_no_failure_and_its_first_mail_comes(server: ImapServer, boxes: Mailboxes) -> None:
    empty, memory = await polled(boxes, server.address())
    server.folders["INBOX"].add(letter(1))

    assert empty == []
    assert (await polled(boxes, server.address(), memory))[0] == ["Letter 1"]


async def test_the_beginning_is_the_newest_mails(server: ImapServer, boxes: Mailboxes) -> None:
    for number in range(1, 31):
        server.folders["INBOX"].add(letter(number))

    reply = await boxes.fetch(Mail().first(server.address(), (("newest", "5"),), ""))

    assert found_in(reply).left_out == 25
    assert [one.name for one in found_in(reply).mails] == ["26", "27", "28", "29", "30"]


async def test_many_mails_come_in_several_steps_none_twice(server: ImapServer, boxes: Mailboxes) -> None:
    for number in range(1, 24):
        server.folders["INBOX"].add(letter(number))

    subjects, _ = await polled(boxes, server.address(), most_mails=5)

    assert subjects == [f"Letter {number}" for number in range(1, 24)]


async def test_large_mails_come_few_at_a_time(server: ImapServer, boxes: Mailboxes) -> None:
    for number in range(1, 5):
        server.folders["INBOX"].add(letter(number) + b"x" * 5_000)

    first = found_in(await boxes.fetch(smaller(Mail().first(server.address(), (), ""), most_bytes=11_000)))

    assert (len(first.mails), first.has_more) == (2, True)


async def test_of_a_mail_too_large_only_the_headers_are_fetched(server: ImapServer, boxes: Mailboxes) -> None:
    server.folders["INBOX"].add(letter(1) + b"x" * 50_000)
    server.folders["INBOX"].add(letter(2))

    large, small = found_in(await boxes.fetch(smaller(Mail().first(server.address(), (), ""), largest=10_000))).mails

    assert (large.is_cut, len(large.raw) < 1_000, large.size > 50_000) == (True, True, True)
    assert not small.is_cut
    assert server.is_untouched


async def test_drafts_and_deleted_mails_are_left_alone(server: ImapServer, boxes: Mailboxes) -> None:
    box = server.folders["INBOX"]
    box.add(letter(1), "\\Draft")
    box.add(letter(2))
    subjects, memory = await polled(boxes, server.address())
    box.add(letter(3), "\\Deleted")

    assert subjects == ["Letter 2"]
    assert (await polled(boxes, server.address(), memory))[0] == []


@pytest.mark.parametrize("cut", [0, 40, 300, 700])
async def test_a_connection_that_breaks_loses_nothing_and_doubles_nothing(
    server: ImapServer, boxes: Mailboxes, cut: int
) -> None:
    for number in range(1, 4):
        server.folders["INBOX"].add(letter(number))
    first, memory = await polled(boxes, server.address())
    for number in range(4, 7):
        server.folders["INBOX"].add(letter(number))
    server.manners.cut_after_bytes = cut

    with pytest.raises(ServerUnreachable) as caught:
        await polled(boxes, server.address(), memory)
    server.manners.cut_after_bytes = None
    second, _ = await polled(boxes, server.address(), memory)

    assert "cut" in caught.value.hint()
    assert first + second == [f"Letter {number}" for number in range(1, 7)]


async def test_a_rebuilt_folder_is_read_again_from_shortly_before(server: ImapServer, boxes: Mailboxes) -> None:
    box = server.folders["INBOX"]
    for number in range(1, 31):
        box.add(letter(number))
    _, memory = await polled(boxes, server.address())
    box.rebuild()
    box.add(letter(31))

    reply = await boxes.fetch(Mail().first(server.address(), (), memory))
    subjects, memory = await polled(boxes, server.address(), memory)

    assert found_in(reply).is_renewed
    assert subjects[-1] == "Letter 31"
    assert len(subjects) < 6
    assert (await polled(boxes, server.address(), memory))[0] == []


@pytest.mark.parametrize("folder", ["Sources & Söhne", "Lists/HARO", 'a "quoted" one', "日本語"])
async def test_folders_of_every_name_are_found(server: ImapServer, boxes: Mailboxes, folder: str) -> None:
    from imapclient.imap_utf7 import encode

    stored = encode(folder).decode().replace("\\", "\\\\").replace('"', '\\"')
    server.folders[stored] = StoredFolder()
    server.folders[stored].add(letter(1))
    (typed,) = Mail().recognise(server.address(folder))

    assert (await polled(boxes, typed.wish.address))[0] == ["Letter 1"]


async def test_a_folder_is_found_whatever_joins_its_parts(server: ImapServer, boxes: Mailboxes) -> None:
    server.manners.separator = "."
    server.folders["INBOX.Lists.HARO"] = StoredFolder()
    server.folders["INBOX.Lists.HARO"].add(letter(1))

    assert (await polled(boxes, server.address("Inbox/lists/HARO")))[0] == ["Letter 1"]


async def test_a_user_and_a_password_of_any_letters(server: ImapServer, boxes: Mailboxes) -> None:
    server.folders["INBOX"].add(letter(1))

    assert (await polled(boxes, server.address(user="m%C3%BCller%40desk.example")))[0] == ["Letter 1"]


async def test_a_token_logs_in_where_one_is_wanted(server: ImapServer, boxes: Mailboxes) -> None:
    server.folders["INBOX"].add(letter(1))

    assert (await polled(boxes, server.address(), options=(("auth", "xoauth2"),)))[0] == ["Letter 1"]
    assert server.said("AUTHENTICATE XOAUTH2")


async def test_an_old_server_is_logged_in_to_plainly(server: ImapServer, boxes: Mailboxes) -> None:
    server.manners.capabilities = "IMAP4rev1"
    server.folders["INBOX"].add(letter(1))

    assert (await polled(boxes, server.address()))[0] == ["Letter 1"]
    assert server.said("LOGIN")


async def test_a_wrong_password_is_told_with_the_servers_words(server: ImapServer, boxes: Mailboxes) -> None:
    server.users["reader"] = "another"

    with pytest.raises(LoginRefused) as caught:
        await polled(boxes, server.address())

    assert "Application-specific password required" in caught.value.hint()
    assert "arrowtui login imap:reader@localhost" in caught.value.hint()
    assert SECRET not in str(caught.value)


async def test_a_token_that_has_expired_is_asked_for_anew(server: ImapServer, clock: FakeClock) -> None:
    secrets = FakeSecrets()
    refused: list[str] = []

    def renew(name: str) -> None:
        refused.append(name)
        secrets.values[name] = "fresh"

    context = ssl.create_default_context(cafile=TLS / "cert.pem")
    boxes = Mailboxes(clock, secrets, context=context, refused=renew)
    server.folders["INBOX"].add(letter(1))
    server.users["reader"] = "fresh"

    assert (await polled(boxes, server.address()))[0] == ["Letter 1"]
    assert refused == ["imap:reader@localhost"]


async def test_a_folder_that_is_not_there_is_told_with_those_that_are(server: ImapServer, boxes: Mailboxes) -> None:
    server.folders["Letters"] = StoredFolder()

    with pytest.raises(NoSuchFolder) as caught:
        await polled(boxes, server.address("Newsletters"))

    assert caught.value.folders == ("INBOX", "Letters")


def bad(**manners: object) -> Callable[[Manners], None]:
    def set_manners(known: Manners) -> None:
        for name, value in manners.items():
            setattr(known, name, value)

    return set_manners


@pytest.mark.parametrize(
    ("manners", "error", "words"),
    [
        (bad(greeting=b"* BYE too many connections\r\n"), MailServerRefuses, "too many connections"),
        (bad(greeting=b"HTTP/1.1 400 Bad Request\r\n\r\n"), ServerUnreachable, "proper IMAP"),
        (bad(cut_at="AUTHENTICATE"), ServerUnreachable, "cut"),
        (bad(cut_at="EXAMINE"), ServerUnreachable, "cut"),
        (bad(cut_at="FETCH"), ServerUnreachable, "cut"),
        (bad(capabilities="IMAP4rev1 LOGINDISABLED"), LoginRefused, "switched off"),
        (bad(answers={"AUTHENTICATE": b"TAG NO [UNAVAILABLE] Try later\r\n"}), MailServerRefuses, "Try later"),
        (bad(answers={"AUTHENTICATE": b"TAG NO Too many simultaneous connections\r\n"}), MailServerRefuses, "Too many"),
        (bad(answers={"EXAMINE": b"TAG NO [SERVERBUG] Internal error\r\n"}), MailServerRefuses, "Internal error"),
        (bad(answers={"FETCH": b"TAG BAD \x1b[31mno\x1b[0m\r\n"}), MailServerRefuses, "no"),
        (bad(answers={"FETCH": b"* 1 FETCH (((((\r\nTAG OK\r\n"}), FetchError, ""),
        (bad(answers={"FETCH": b"* x FETCH (UID one)\r\nTAG OK\r\n"}), FetchError, ""),
        (bad(answers={"FETCH": b"* 1 FETCH " + b"(" * 5_000 + b"\r\nTAG OK\r\n"}), FetchError, ""),
        (
            bad(answers={"FETCH": b"* 1 FETCH (UID 1 BODY[] {900000000}\r\n"}),
            ServerUnreachable,
            "more than it announced",
        ),
        (bad(answers={"CAPABILITY": b"nonsense\r\n"}), ServerUnreachable, "proper IMAP"),
    ],
)
async def test_bad_manners_are_told_in_words(
    server: ImapServer, boxes: Mailboxes, manners: Callable[[Manners], None], error: type[FetchError], words: str
) -> None:
    server.folders["INBOX"].add(letter(1))
    manners(server.manners)

    with pytest.raises(error) as caught:
        await polled(boxes, server.address())

    assert words in str(caught.value)
    assert str(caught.value).isprintable()
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("command", ["AUTHENTICATE", "EXAMINE", "FETCH"])
async def test_a_server_that_never_answers_is_given_up(server: ImapServer, clock: FakeClock, command: str) -> None:
    server.folders["INBOX"].add(letter(1))
    server.manners.hang_at = command
    boxes = made(clock, limits=MailLimits(connect_s=60, answer_s=0.05, total_s=60))

    with pytest.raises(ServerTooSlow):
        await polled(boxes, server.address())


async def test_a_poll_that_takes_too_long_in_all_is_given_up(server: ImapServer, clock: FakeClock) -> None:
    server.manners.hang_at = "EXAMINE"
    boxes = made(clock, limits=MailLimits(connect_s=60, answer_s=60, total_s=0.1))

    with pytest.raises(ServerTooSlow):
        await polled(boxes, server.address())


async def test_nobody_there_is_told(boxes: Mailboxes, server: ImapServer) -> None:
    address = server.address()
    await server.__aexit__(None, None, None)

    with pytest.raises(ServerUnreachable) as caught:
        await polled(boxes, address)

    assert "refuses connections" in caught.value.hint()
    await server.__aenter__()


async def test_a_certificate_nobody_vouches_for_is_refused(server: ImapServer, clock: FakeClock) -> None:
    boxes = made(clock, context=ssl.create_default_context())

    with pytest.raises(ServerUnreachable) as caught:
        await polled(boxes, server.address())

    assert "certificate" in caught.value.hint()
    assert not server.lines


async def test_without_its_password_a_server_is_not_even_called(server: ImapServer, boxes: Mailboxes) -> None:
    with pytest.raises(SecretMissing):
        await polled(boxes, server.address(user="somebody"))

    assert not server.lines


async def test_inside_ones_own_network_the_way_may_be_open(boxes: Mailboxes) -> None:
    async with ImapServer(tls=False) as server:
        server.folders["INBOX"].add(letter(1))

        assert (await polled(boxes, server.address()))[0] == ["Letter 1"]


async def test_a_way_that_can_be_encrypted_is_before_the_password_goes_out(boxes: Mailboxes) -> None:
    async with ImapServer(tls=False) as server:
        server.manners.capabilities += " STARTTLS"
        server.folders["INBOX"].add(letter(1))

        assert (await polled(boxes, server.address()))[0] == ["Letter 1"]
        commands = [line.split()[0] for line in server.lines]
        assert commands.index("STARTTLS") < commands.index("AUTHENTICATE")


async def test_through_the_internet_no_password_goes_unencrypted(
    boxes: Mailboxes, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = [(2, 1, 6, "", ("203.0.113.9", 143)), (2, 1, 6, "", ("93.184.216.34", 143))]
    monkeypatch.setattr("arrowtui.gateways.imap_line.socket.getaddrinfo", lambda *given, **named: public)

    with pytest.raises(NotEncrypted):
        await polled(boxes, "imap://reader@localhost/INBOX")


async def test_a_mail_that_comes_wakes_who_waits(server: ImapServer, boxes: Mailboxes, clock: FakeClock) -> None:
    server.folders["INBOX"].add(letter(1))
    _, memory = await polled(boxes, server.address())
    request = Mail().first(server.address(), (), memory)

    waiting = asyncio.create_task(boxes.wait_for_news(request, clock.now() + timedelta(hours=1)))
    await server.idling.wait()
    await server.deliver(letter(2))

    assert await waiting
    assert (await polled(boxes, server.address(), memory))[0] == ["Letter 2"]
    assert server.is_untouched


async def test_a_mail_that_came_before_one_listens_is_noticed_at_once(
    server: ImapServer, boxes: Mailboxes, clock: FakeClock
) -> None:
    _, memory = await polled(boxes, server.address())
    server.folders["INBOX"].add(letter(1))

    assert await boxes.wait_for_news(Mail().first(server.address(), (), memory), clock.now() + timedelta(hours=1))
    assert not server.said("IDLE")


async def test_where_nothing_comes_the_time_runs_out(server: ImapServer, boxes: Mailboxes, clock: FakeClock) -> None:
    _, memory = await polled(boxes, server.address())

    request = Mail().first(server.address(), (), memory)
    assert not await boxes.wait_for_news(request, clock.now())
    assert server.said("DONE")


async def test_a_server_that_cannot_tell_is_waited_for_in_peace(server: ImapServer, clock: FakeClock) -> None:
    paused: list[float] = []

    async def pause(seconds: float) -> None:
        paused.append(seconds)

    server.manners.capabilities = "IMAP4rev1 AUTH=PLAIN"
    boxes = made(clock, pause=pause)
    _, memory = await polled(boxes, server.address())

    request = Mail().first(server.address(), (), memory)
    assert not await boxes.wait_for_news(request, clock.now() + timedelta(minutes=5))
    assert 290 < paused[0] <= 300


async def test_a_server_that_hangs_up_while_one_listens_is_told(
    server: ImapServer, boxes: Mailboxes, clock: FakeClock
) -> None:
    _, memory = await polled(boxes, server.address())
    request = Mail().first(server.address(), (), memory)

    waiting = asyncio.create_task(boxes.wait_for_news(request, clock.now() + timedelta(hours=1)))
    await server.idling.wait()
    server.hang_up()

    with pytest.raises(ServerUnreachable):
        await waiting


async def test_who_listens_can_be_stopped_at_any_time(server: ImapServer, boxes: Mailboxes, clock: FakeClock) -> None:
    _, memory = await polled(boxes, server.address())
    request = Mail().first(server.address(), (), memory)
    waiting = asyncio.create_task(boxes.wait_for_news(request, clock.now() + timedelta(hours=1)))
    await server.idling.wait()

    waiting.cancel()

    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_at_the_end_everybody_is_hung_up_on(server: ImapServer, boxes: Mailboxes, clock: FakeClock) -> None:
    _, memory = await polled(boxes, server.address())
    request = Mail().first(server.address(), (), memory)
    waiting = asyncio.create_task(boxes.wait_for_news(request, clock.now() + timedelta(hours=1)))
    await server.idling.wait()

    await boxes.close()

    with pytest.raises(FetchError):
        await waiting
