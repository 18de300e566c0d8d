"""Mailboxes in files: Maildir, mbox, folders of .eml files, read from where the last poll ended and never touched."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from arrowtui.gateways.mail_places import mailbox_at
from arrowtui.gateways.mailboxes import Mailboxes
from arrowtui.model.errors import FetchError
from arrowtui.model.errors_mail import MailboxNotThere, NotAMailbox
from arrowtui.model.mailbox import MailFiles, MailsFound
from arrowtui.sources.mail import Mail
from tests.fakes import FakeClock
from tests.gateways.test_imap import FakeSecrets, found_in, letter, polled, smaller


@pytest.fixture
def boxes(clock: FakeClock) -> Mailboxes:
    return Mailboxes(clock, FakeSecrets())


def at(store: str, path: Path) -> str:
    return MailFiles(store, str(path)).address


class Box:
    """A mailbox in files into which mails can be delivered; every delivery lies a minute after the one before."""

    def __init__(self, store: str, path: Path, clock: FakeClock) -> None:
        self.store, self.path, self.count = store, path, 0
        self.hour = clock.now().timestamp() - 100_000
        if store == "mbox":
            path.touch()
        for place in ("new", "cur", "tmp") if store == "maildir" else () if store == "mbox" else (".",):
            (path / place).mkdir(parents=True)

    @property
    def address(self) -> str:
        return at(self.store, self.path)

    def deliver(self, number: int, raw: bytes | None = None) -> Path:
        self.count += 1
        raw = letter(number) if raw is None else raw
        if self.store == "mbox":
            with self.path.open("ab") as file:
                file.write(b"From desk@desk.example Mon Nov 23 08:00:00 2026\n" + raw + b"\n\n")
            return self.settle(self.path)
        name = f"{1_700_000_000 + number}.M{number}.host" if self.store == "maildir" else f"{number}.eml"
        path = self.path / ("new" if self.store == "maildir" else ".") / name
        path.write_bytes(raw)
        return self.settle(path)

    def settle(self, path: Path) -> Path:
        os.utime(path, (self.hour + 60 * self.count,) * 2)
        return path


@pytest.fixture(params=["maildir", "mbox", "eml"])
def box(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Box:
    return Box(request.param, tmp_path / "my mail", clock)


@pytest.fixture
def maildir(tmp_path: Path, clock: FakeClock) -> Box:
    return Box("maildir", tmp_path / "Mail", clock)


@pytest.fixture
def mbox(tmp_path: Path, clock: FakeClock) -> Box:
    return Box("mbox", tmp_path / "mbox", clock)


def everything(path: Path) -> dict[str, tuple[bytes, int]]:
    """Names, contents and times of all files: what a reader may not change."""
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return {str(one): (one.read_bytes(), one.stat().st_mtime_ns) for one in files}


async def test_mails_are_read_once_and_nothing_is_touched(box: Box, boxes: Mailboxes) -> None:
    box.deliver(1)
    box.deliver(2)
    before = everything(box.path)
    first, memory = await polled(boxes, box.address)
    untouched = everything(box.path) == before
    box.deliver(3)
    second, memory = await polled(boxes, box.address, memory)

    assert (first, second) == (["Letter 1", "Letter 2"], ["Letter 3"])
    assert (await polled(boxes, box.address, memory))[0] == []
    assert untouched


async def test_an_empty_mailbox_is_no_failure_and_its_first_mail_comes(box: Box, boxes: Mailboxes) -> None:
    empty, memory = await polled(boxes, box.address)
    box.deliver(1)

    assert empty == []
    assert (await polled(boxes, box.address, memory))[0] == ["Letter 1"]


async def test_the_beginning_is_the_newest_mails(box: Box, boxes: Mailboxes) -> None:
    for number in range(1, 9):
        box.deliver(number)
    options = (("newest", "3"),)

    reply = await boxes.fetch(Mail().first(box.address, options, ""))
    subjects, memory = await polled(boxes, box.address, options=options)
    box.deliver(9)

    assert found_in(reply).left_out == 5
    assert subjects == ["Letter 6", "Letter 7", "Letter 8"]
    assert (await polled(boxes, box.address, memory, options))[0] == ["Letter 9"]


async def test_many_mails_come_in_several_steps_none_twice(box: Box, boxes: Mailboxes) -> None:
    for number in range(1, 24):
        box.deliver(number)

    subjects, _ = await polled(boxes, box.address, most_mails=5)

    assert subjects == [f"Letter {number}" for number in range(1, 24)]


async def test_a_mail_too_large_is_read_in_its_headers(box: Box, boxes: Mailboxes) -> None:
    box.deliver(1, letter(1) + b"x" * 200_000)
    box.deliver(2)

    large, small = found_in(await boxes.fetch(smaller(Mail().first(box.address, (), ""), largest=10_000))).mails

    assert (large.is_cut, small.is_cut) == (True, False)
    assert len(large.raw) <= 64 * 1024


async def test_a_mailbox_that_is_not_there_is_told(box: Box, boxes: Mailboxes) -> None:
    shutil.rmtree(box.path, ignore_errors=True)
    box.path.unlink(missing_ok=True)

    with pytest.raises(MailboxNotThere):
        await polled(boxes, box.address)


@pytest.mark.parametrize(
    ("store", "make"),
    [
        ("maildir", lambda path: path.mkdir()),
        ("maildir", lambda path: path.write_bytes(b"x")),
        ("eml", lambda path: path.write_bytes(b"x")),
        ("mbox", lambda path: path.mkdir()),
        ("mbox", lambda path: path.write_bytes(b"Dear diary,\n\nFrom here on all is well.\n")),
        ("mbox", lambda path: path.write_bytes(b"\x00\xff" * 200_000)),
    ],
)
async def test_what_is_no_mailbox_is_told(
    tmp_path: Path, boxes: Mailboxes, store: str, make: Callable[[Path], object]
) -> None:
    make(tmp_path / "box")

    with pytest.raises((NotAMailbox, MailboxNotThere)) as caught:
        await polled(boxes, at(store, tmp_path / "box"))

    assert isinstance(caught.value, FetchError)


async def test_who_waits_is_told_when_a_mail_comes(box: Box, clock: FakeClock) -> None:
    looks = 0

    async def pause(seconds: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 4:
            box.deliver(2)

    boxes = Mailboxes(clock, FakeSecrets(), pause=pause)
    box.deliver(1)
    _, memory = await polled(boxes, box.address)
    request = Mail().first(box.address, (), memory)

    assert await boxes.wait_for_news(request, clock.now() + timedelta(minutes=1))
    assert looks == 4
    _, memory = await polled(boxes, box.address, memory)
    assert not await boxes.wait_for_news(Mail().first(box.address, (), memory), clock.now() + timedelta(seconds=20))


async def test_a_mail_marked_as_read_by_another_program_is_not_new(maildir: Box, boxes: Mailboxes) -> None:
    path = maildir.deliver(1)
    _, memory = await polled(boxes, maildir.address)

    path.rename(maildir.path / "cur" / f"{path.name}:2,S")

    assert (await polled(boxes, maildir.address, memory))[0] == []


async def test_drafts_trash_and_files_in_the_making_are_left_alone(maildir: Box, boxes: Mailboxes) -> None:
    for name in ("cur/1.host:2,T", "cur/2.host:2,DS", "tmp/3.host", "new/.4.host"):
        (maildir.path / name).write_bytes(letter(1))
    (maildir.path / "new" / "folder").mkdir()
    os.mkfifo(maildir.path / "new" / "pipe")
    (maildir.path / "cur" / "5.host:2,RS").write_bytes(letter(5))

    assert (await polled(boxes, maildir.address))[0] == ["Letter 5"]


async def test_mails_deleted_meanwhile_are_forgotten(maildir: Box, boxes: Mailboxes) -> None:
    paths = [maildir.deliver(number) for number in range(1, 6)]
    _, memory = await polled(boxes, maildir.address)
    for path in paths[:4]:
        path.unlink()

    reply = await boxes.fetch(Mail().first(maildir.address, (), memory))

    assert len(found_in(reply).cursor.names) == len(msgspec.json.decode(memory, type=Cursor).names) // 5


class Cursor(msgspec.Struct):
    names: bytes


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
async def test_a_mail_that_may_not_be_read_is_told(maildir: Box, boxes: Mailboxes) -> None:
    maildir.deliver(1).chmod(0)

    reply = await boxes.fetch(Mail().first(maildir.address, (), ""))

    assert "passed over" in Mail().read(reply, (), "").notices[0]


async def test_a_dropped_file_is_taken_when_it_is_whole(tmp_path: Path, clock: FakeClock, boxes: Mailboxes) -> None:
    box = Box("eml", tmp_path / "drop", clock)
    path = box.deliver(1)
    os.utime(path, (clock.now().timestamp() - 1,) * 2)
    early, memory = await polled(boxes, box.address)

    clock.forward(seconds=10)

    assert early == []
    assert (await polled(boxes, box.address, memory))[0] == ["Letter 1"]


async def test_the_last_mail_of_a_file_still_being_written_waits(mbox: Box, clock: FakeClock, boxes: Mailboxes) -> None:
    mbox.deliver(1)
    mbox.deliver(2, letter(2)[:60])
    os.utime(mbox.path, (clock.now().timestamp() - 1,) * 2)
    early, memory = await polled(boxes, mbox.address)
    with mbox.path.open("ab") as file:
        file.write(letter(2)[60:])
    mbox.settle(mbox.path)

    assert early == ["Letter 1"]
    assert (await polled(boxes, mbox.address, memory))[0] == ["Letter 2"]


async def test_mails_taken_out_before_do_not_bring_old_ones_back(mbox: Box, boxes: Mailboxes) -> None:
    for number in range(1, 6):
        mbox.deliver(number)
    _, memory = await polled(boxes, mbox.address)
    whole = mbox.path.read_bytes()
    mbox.path.write_bytes(whole[whole.index(b"From desk", 1) :])
    mbox.deliver(6)

    subjects, memory = await polled(boxes, mbox.address, memory)

    assert subjects == ["Letter 6"]
    assert (await polled(boxes, mbox.address, memory))[0] == []


async def test_marks_written_into_the_mails_do_not_bring_old_ones_back(mbox: Box, boxes: Mailboxes) -> None:
    for number in range(1, 4):
        mbox.deliver(number)
    _, memory = await polled(boxes, mbox.address)
    mbox.path.write_bytes(mbox.path.read_bytes().replace(b"\nSubject:", b"\nStatus: RO\nX-Keywords:\nSubject:"))
    mbox.deliver(4)

    assert (await polled(boxes, mbox.address, memory))[0] == ["Letter 4"]


async def test_a_file_begun_anew_is_read_from_its_newest_mails(mbox: Box, boxes: Mailboxes) -> None:
    for number in range(1, 4):
        mbox.deliver(number)
    _, memory = await polled(boxes, mbox.address)
    mbox.path.write_bytes(b"")
    mbox.deliver(9)

    reply = await boxes.fetch(Mail().first(mbox.address, (), memory))

    assert found_in(reply).is_renewed
    assert (await polled(boxes, mbox.address, memory))[0] == ["Letter 9"]


async def test_an_emptied_file_is_no_failure(mbox: Box, boxes: Mailboxes) -> None:
    mbox.deliver(1)
    _, memory = await polled(boxes, mbox.address)
    mbox.path.write_bytes(b"")

    emptied, memory = await polled(boxes, mbox.address, memory)
    mbox.deliver(2)

    assert emptied == []
    assert (await polled(boxes, mbox.address, memory))[0] == ["Letter 2"]


@pytest.mark.parametrize(
    ("between", "count"),
    [
        (b"From - Mon Nov 23 08:00:00 2026\r\n", 2),
        (b"From -\n", 2),
        (b"From 1844347792267117879@xxx Fri Sep 26 17:18:40 +0000 2025\n", 2),
        (b"From MAILER-DAEMON Mon Nov 23 08:00:00 2026\n", 2),
        (b"From here on, things went well.\n", 1),
        (b"From Russia with love\n", 1),
        (b">From desk@desk.example Mon Nov 23 08:00:00 2026\n", 1),
    ],
)
async def test_where_a_mail_ends(mbox: Box, boxes: Mailboxes, between: bytes, count: int) -> None:
    mbox.path.write_bytes(
        b"From a@b.example Mon Nov 23 08:00:00 2026\n" + letter(1) + b"\n\n" + between + letter(2) + b"\n"
    )
    mbox.settle(mbox.path)

    reply = await boxes.fetch(Mail().first(mbox.address, (), ""))

    assert len(found_in(reply).mails) == count


async def test_from_in_the_text_of_a_mail_is_read_as_it_was_meant(mbox: Box, boxes: Mailboxes) -> None:
    mbox.deliver(1, letter(1) + b"\n>From the desk\n>>From deeper\n> From a quote\n")

    (found,) = found_in(await boxes.fetch(Mail().first(mbox.address, (), ""))).mails

    assert b"\nFrom the desk\n>From deeper\n> From a quote\n" in found.raw


def test_an_mbox_of_others_is_read(corpus: Path, tmp_path: Path, clock: FakeClock) -> None:
    from arrowtui.gateways.mail_mbox import read_mbox
    from arrowtui.model.mailbox import MailsWanted

    counts = {}
    for path in sorted((corpus / "mail" / "mimekit").glob("*.mbox.txt")):
        found: MailsFound = read_mbox(MailFiles("mbox", str(path)), MailsWanted(), clock.now())
        counts[path.name] = len(found.mails)

    assert counts == {"issue1189.mbox.txt": 4, "simple.mbox.txt": 3, "unmunged.mbox.txt": 2}


def test_a_path_is_known_by_what_lies_there(tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    Box("maildir", tmp_path / "Mail", clock)
    Box("mbox", tmp_path / "old mail", clock).deliver(1)
    Box("eml", tmp_path / "drop", clock).deliver(1)
    (tmp_path / "feeds.opml").write_text("<opml/>", encoding="utf-8")

    found = {
        name: mailbox_at(f"{tmp_path}/{name}") for name in ("Mail", "old mail", "drop", "feeds.opml", "none", "\0")
    }

    assert {name: box and box.store for name, box in found.items()} == {
        "Mail": "maildir",
        "old mail": "mbox",
        "drop": "eml",
        "feeds.opml": None,
        "none": None,
        "\0": None,
    }
    assert found["old mail"] == MailFiles.of(f"mbox://{tmp_path}/old%20mail")
    assert mailbox_at("~/Mail") == mailbox_at(f"file://{tmp_path}/Mail")
    assert mailbox_at("Mail") is None
