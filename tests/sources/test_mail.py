"""Mailboxes as a kind of source: addresses, options, memory, and single rules about letters."""

import codecs

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_fetching import UnreadableReply
from arrowtui.model.errors_mail import MailOptionUnknown
from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.mailbox import Login, MailCursor, MailsFound, MailsWanted, RawMail
from arrowtui.model.wire import Markup, Reply, Request
from arrowtui.sources.mail import Mail
from arrowtui.sources.mails.charsets import decoded
from arrowtui.sources.mails.flowed import unflowed
from tests.fakes import NOON
from tests.sources.mails import ADDRESS, mail, read, reply_of


@pytest.mark.parametrize(
    ("typed", "address", "words"),
    [
        (
            "imaps://me@desk.example@mail.example/Letters",
            "imaps://me%40desk.example@mail.example/Letters",
            "Letters of me@desk.example",
        ),
        ("IMAPS://me@mail.example", "imaps://me@mail.example/INBOX", "INBOX of me@mail.example"),
        ("imaps://me@mail.example:993/", "imaps://me@mail.example/INBOX", "INBOX of me@mail.example"),
        ("imap://me@127.0.0.1:1143/Söhne", "imap://me@127.0.0.1:1143/S%C3%B6hne", "Söhne of me@127.0.0.1"),
        ("maildir:///home/me/Mail/.Lists", "maildir:///home/me/Mail/.Lists", "mail in .Lists"),
        ("mbox:///home/me/old%20mail.mbox", "mbox:///home/me/old%20mail.mbox", "mail in old mail.mbox"),
        ("eml:///tmp/drop/", "eml:///tmp/drop/", "mail in drop"),
    ],
)
def test_addresses_of_mailboxes_are_known(typed: str, address: str, words: str) -> None:
    (found,) = Mail().recognise(typed)

    assert (found.wish.kind, found.wish.address, found.words) == ("mail", address, words)


def test_a_mailbox_says_which_password_it_needs() -> None:
    (server,) = Mail().recognise("imaps://me%40desk.example@mail.example/Letters")
    (files,) = Mail().recognise("maildir:///home/me/Mail")

    assert server.needs == ("imap:me@desk.example@mail.example",)
    assert "app password" in server.hint
    assert files.needs == ()


@pytest.mark.parametrize(
    ("typed", "address", "options"),
    [
        ("ida@desk.example", "imaps://ida%40desk.example@imap.desk.example/INBOX", ()),
        ("mailto:ida@desk.example", "imaps://ida%40desk.example@imap.desk.example/INBOX", ()),
        (" Ida.Lund+x@gmail.com ", "imaps://Ida.Lund%2Bx%40gmail.com@imap.gmail.com/INBOX", ()),
        ("ida@outlook.com", "imaps://ida%40outlook.com@outlook.office365.com/INBOX", (("auth", "xoauth2"),)),
    ],
)
def test_an_e_mail_address_means_its_inbox(typed: str, address: str, options: tuple[tuple[str, str], ...]) -> None:
    (meant,) = Mail().recognise(typed)

    assert (meant.wish.address, meant.wish.options) == (address, options)
    email, host = typed.strip().removeprefix("mailto:"), address.rpartition("@")[2].partition("/")[0]
    assert meant.needs == (f"imap:{email}@{host}",)
    assert Mail().first(address, options, "").address == address


def test_a_typed_password_is_not_kept() -> None:
    (found,) = Mail().recognise("imaps://me:s3cret@mail.example/Letters")

    assert found.wish.address == "imaps://me@mail.example/Letters"


@pytest.mark.parametrize(
    "typed",
    [
        "https://mail.example",
        "@me@mail.example",
        "!me@mail.example",
        "a me@mail.example",
        "imaps://mail.example",
        "imaps://",
        "maildir://relative",
        "mbox:",
        "",
    ],
)
def test_other_addresses_are_left_to_others(typed: str) -> None:
    assert Mail().recognise(typed) == ()


def test_a_password_in_the_settings_is_refused_and_not_shown() -> None:
    with pytest.raises(UnfitAddress) as caught:
        Mail().first("imaps://me:s3cret@mail.example/Letters", (), "")

    assert "s3cret" not in str(caught.value)


@given(address=st.text(max_size=60))
def test_no_address_breaks_anything(address: str) -> None:
    for typed in (address, f"imaps://{address}", f"maildir://{address}", f"imaps://u@{address}"):
        for found in Mail().recognise(typed):
            again = Mail().recognise(found.wish.address)

            assert [one.wish for one in again] == [found.wish]


def test_the_password_is_named_and_never_held() -> None:
    request = Mail().first(ADDRESS, (("auth", "xoauth2"), ("newest", "50")), "")

    (use,) = request.secrets
    assert (use.name, use.place) == ("imap:reader@mail.example", ("login", ""))
    wanted = msgspec.msgpack.decode(request.body or b"", type=MailsWanted)
    assert (wanted.login, wanted.newest, wanted.cursor) == (Login.XOAUTH2, 50, MailCursor())


def test_the_password_may_have_another_name() -> None:
    assert Mail().first(ADDRESS, (("secret", "work mail"),), "").secrets[0].name == "work mail"
    assert Mail().first("mbox:///home/me/mbox", (), "").secrets == ()


@pytest.mark.parametrize(("name", "value"), [("auth", "kerberos"), ("newest", "all"), ("newest", "0"), ("newest", "²")])
def test_an_option_that_means_nothing_is_told(name: str, value: str) -> None:
    with pytest.raises(MailOptionUnknown):
        Mail().first(ADDRESS, ((name, value),), "")


def test_the_next_poll_goes_on_where_this_one_ended() -> None:
    batch = Mail().read(reply_of([]), (), "")

    wanted = msgspec.msgpack.decode(Mail().first(ADDRESS, (), batch.memory or "").body or b"", type=MailsWanted)
    assert wanted.cursor == MailCursor(1, 7)


@pytest.mark.parametrize("memory", ["nonsense", "[]", '{"uid":"x"}', "\x00"])
def test_a_memory_nobody_can_read_begins_anew(memory: str) -> None:
    wanted = msgspec.msgpack.decode(Mail().first(ADDRESS, (), memory).body or b"", type=MailsWanted)

    assert wanted.cursor == MailCursor()


def test_a_long_folder_is_read_in_several_steps() -> None:
    batch = Mail().read(reply_of([RawMail("1", mail())], has_more=True), (("newest", "50"),), "")

    (request,) = batch.follow
    wanted = msgspec.msgpack.decode(request.body or b"", type=MailsWanted)
    assert (request.address, wanted.cursor, wanted.newest, request.conditional) == (
        ADDRESS,
        MailCursor(1, 7),
        50,
        False,
    )


def test_what_was_left_out_at_the_beginning_is_told() -> None:
    notices = Mail().read(reply_of([], left_out=5_112, is_renewed=True), (), "").notices

    assert any("5,112 older mails" in notice for notice in notices)
    assert any("rebuilt" in notice for notice in notices)


@pytest.mark.parametrize("body", [b"", b"<html>Log in</html>", b"\xc1"])
def test_what_is_no_reply_of_a_mailbox_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableReply):
        Mail().read(Reply(Request(ADDRESS), 200, ADDRESS, {}, body, NOON), (), "")


@given(
    raw=st.binary(max_size=400),
    head=st.sampled_from(
        [
            b"",
            b"From: a@b.example\n",
            b"Subject: =?utf-8?q?=C3?=\n\n",
            b"Content-Type: multipart/mixed; boundary=x\n\n--x\n",
        ]
    ),
)
def test_no_bytes_break_the_reading(raw: bytes, head: bytes) -> None:
    batch = read(head + raw)

    assert len(batch.drafts) + len(batch.notices) >= 1


def test_parts_in_parts_without_end_are_still_a_mail() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000))

    batch = read(b"From: a@b.example\nSubject: Deep\nMessage-ID: <d@b.example>\n" + deep)

    assert [draft.native_id for draft in batch.drafts] == ["d@b.example"]


def test_a_mail_too_large_shows_its_subject_and_says_so() -> None:
    headers = mail("", Subject="All of last year").partition(b"\n\n")[0]

    batch = Mail().read(reply_of([RawMail("9", headers, NOON, 40_000_000, is_cut=True)]), (), "")

    assert [draft.title and draft.title.text for draft in batch.drafts] == ["All of last year"]
    assert "too large" in batch.notices[0]


def test_an_encrypted_mail_says_so() -> None:
    body = "--e\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--e\nContent-Type: application/pdf\n\nxx\n--e--"

    batch = read(mail(body, Content_Type="multipart/encrypted; boundary=e"))

    assert "encrypted" in batch.notices[0]
    assert len(batch.drafts) == 1


def test_the_same_mail_in_two_folders_is_one_item() -> None:
    one, other = read(mail()).drafts[0], Mail().read(reply_of([RawMail("x", mail())], "maildir:///m"), (), "").drafts[0]

    assert (one.host, one.native_id) == (other.host, other.native_id)


def test_mails_without_an_id_are_told_apart_by_what_they_say() -> None:
    first, second = mail("One.", Message_ID=""), mail("Two.", Message_ID="")

    assert len({draft.native_id for draft in read(first, second).drafts}) == 2
    assert read(first).drafts[0].native_id == read(first.replace(b"\n", b"\r\n")).drafts[0].native_id


def test_without_any_date_none_is_invented() -> None:
    assert read(mail(Date=""), received_at=None).drafts[0].published_at is None


@pytest.mark.parametrize("date", ["Mon, 99 Nov 2026 25:61:00 +9999", "soon", "Thu, 1 Jan 1970 00:00:00 +2400", "-"])
def test_a_date_that_is_none_gives_way_to_the_hour_of_arrival(date: str) -> None:
    assert read(mail(Date=date)).drafts[0].published_at == NOON


@pytest.mark.parametrize(
    ("said", "name", "address"),
    [
        ("Ida Lund <Ida@Desk.Example>", "Ida Lund", "Ida@desk.example"),
        ('"Lund, Ida" <ida@desk.example>', "Lund, Ida", "ida@desk.example"),
        ("ida@desk.example (Ida)", "Ida", "ida@desk.example"),
        ("ida@desk.example <ida@desk.example>", "", "ida@desk.example"),
        ("Ida Lund, of the desk <ida@desk.example>", "Ida Lund, of the desk", "ida@desk.example"),
        ("=?utf-8?q?Id=C3=A1?= <ida@desk.example>", "Idá", "ida@desk.example"),
        ("undisclosed-recipients:;", "", ""),
        ("Ida", "Ida", ""),
    ],
)
def test_who_wrote_a_mail(said: str, name: str, address: str) -> None:
    (draft,) = read(mail(From=said)).drafts

    assert draft.author == (f"{name} <{address}>" if name and address else name or address or None)
    assert draft.author_handle == (address or None)


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("Tips <Tips.Desk.Example>", "tips.desk.example"),
        ("<tips.desk.example>", "tips.desk.example"),
        ("tips.desk.example", "tips.desk.example"),
        ("Just words", "desk.example"),
        ("", "desk.example"),
    ],
)
def test_the_list_is_the_source(said: str, scope: str) -> None:
    (draft,) = read(mail(List_Id=said)).drafts

    assert draft.host == scope
    assert draft.categories == ((scope,) if scope != "desk.example" else ())


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ('<a href="https://d.example/1">View in browser</a>', "https://d.example/1"),
        (
            '<a class="x" href="https://d.example/1?a=1&amp;b=2"><span>Read&nbsp;online</span></a>',
            "https://d.example/1?a=1&b=2",
        ),
        ('<a href="https://d.example/1">Im Browser ansehen</a>', "https://d.example/1"),
        ('<a href="https://d.example/1">Ver en el navegador</a>', "https://d.example/1"),
        ('<a href="javascript:x">View in browser</a>', None),
        ('<a href="https://d.example/shop">See our new website</a>', "https://d.example/shop"),
        ('<a href="https://d.example/1">Read more</a>', None),
    ],
)
def test_the_letter_on_the_web_is_its_link(html: str, link: str | None) -> None:
    assert read(mail(html, Content_Type="text/html")).drafts[0].link == link


def test_the_stated_address_of_a_mail_comes_first() -> None:
    batch = read(mail(Archived_At="<https://lists.desk.example/m/1>", List_Archive="<https://lists.desk.example/>"))

    assert batch.drafts[0].link == "https://lists.desk.example/m/1"
    assert batch.drafts[0].comments_link == "https://lists.desk.example/"


def test_the_address_to_leave_a_list_is_never_kept() -> None:
    (draft,) = read(mail(List_Unsubscribe="<https://d.example/secret-token>, <mailto:leave@d.example>")).drafts

    assert "secret-token" not in repr(draft)
    assert "leave@" not in repr(draft)


def test_the_words_for_people_win_over_those_for_programs() -> None:
    body = "--a\nContent-Type: text/plain\n\nSee the HTML.\n--a\nContent-Type: text/html\n\n<p>Here it is.</p>\n--a--"

    (draft,) = read(mail(body, Content_Type="multipart/alternative; boundary=a")).drafts

    assert draft.body is not None
    assert (draft.body.markup, draft.body.text.strip()) == (Markup.HTML, "<p>Here it is.</p>")


@pytest.mark.parametrize(
    ("text", "del_sp", "expected"),
    [
        ("one \ntwo\nthree", False, "one two\nthree"),
        ("one \ntwo", True, "onetwo"),
        ("> one \n> two\nme", False, "> one two\nme"),
        ("> one \nme", False, "> one \nme"),
        ("bye \n-- \nIda", False, "bye \n-- \nIda"),
        (" stuffed\n", False, "stuffed\n"),
    ],
)
def test_soft_line_breaks_are_made_whole(text: str, del_sp: bool, expected: str) -> None:
    assert unflowed(text, del_sp=del_sp) == expected


@given(
    data=st.binary(max_size=200),
    name=st.one_of(
        st.none(), st.text(max_size=20), st.sampled_from(["utf-8", "big5", "rot13", "hex", "idna", "utf-16", "x-sjis"])
    ),
)
def test_any_bytes_are_some_text_under_any_charset(data: bytes, name: str | None) -> None:
    assert isinstance(decoded(data, name), str)


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Grüße, Köln".encode()[:-3], "utf-8", "Grüße, K\ufffd"),
        ("Grüße aus Köln, schöne Grüße".encode() + b"\xff!", None, "Grüße aus Köln, schöne Grüße\ufffd!"),
        ("Grüße aus Köln".encode("cp1252"), None, "Grüße aus Köln"),
        ("Grüße aus Köln".encode("cp1252"), "utf-8", "Grüße aus Köln"),
        ("会議のコツ".encode("shift_jis") + b"\x81", "shift_jis", "会議のコツ\ufffd"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), None, "é"),
    ],
)
def test_damaged_text_is_read_as_far_as_it_goes(data: bytes, declared: str | None, text: str) -> None:
    assert decoded(data, declared) == text


def test_a_reply_is_what_its_type_says() -> None:
    found = MailsFound((RawMail("1", b"x", NOON, 1),), MailCursor(seen_at=NOON, mark=b"\x00", is_begun=True))

    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=MailsFound) == found
