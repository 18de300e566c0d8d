"""Real shapes of exports, with invented content, and what is understood of them."""

import io
import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.saved import Haul
from arrowtui.notes.imports.recognise import read_export, text_of
from arrowtui.notes.imports.times import iso_time, some_time, unix_time
from arrowtui.store.newsboat import read_newsboat

GOLDEN = Path(__file__).parent / "golden"
EXPORTS = sorted(path for path in GOLDEN.iterdir() if not path.name.endswith(".expected.json"))


def told(haul: Haul | None) -> object:
    """A haul as JSON, short: what is at its default is left out."""
    assert haul is not None
    plain = msgspec.to_builtins(haul)
    plain["saved"] = [{name: value for name, value in each.items() if value} for each in plain["saved"]]
    return json.loads(json.dumps(plain))


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_it_is_understood(path: Path) -> None:
    expected = path.with_name(f"{path.name}.expected.json")

    assert told(read_export(path.read_bytes())) == json.loads(expected.read_text())


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_it_is_understood_in_other_encodings_and_line_ends(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode()

    for other in (b"\xef\xbb\xbf" + data, text.encode("utf-16"), data.replace(b"\n", b"\r\n")):
        haul = read_export(other)
        assert haul is not None
        assert len(haul.saved) == len(read_export(data).saved)  # type: ignore[union-attr]  # understood above


def boxed(**files: bytes) -> bytes:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return box.getvalue()


class TestArchives:
    def test_links_and_highlights_of_one_archive_belong_together(self) -> None:
        data = boxed(
            part_000000=(GOLDEN / "pocket.csv").read_bytes(),
            annotations__part_000000=(GOLDEN / "pocket_annotations.json").read_bytes(),
            README=b"nothing",
        )

        haul = read_export(data)

        assert haul is not None and haul.origin == "pocket"
        assert [mark.text for mark in haul.saved[0].highlights] == ["Ask three."]
        assert haul.saved[0].tags == ("teaching", "with space")

    def test_an_archive_that_never_ends_is_cut_short(self) -> None:
        bomb = boxed(a=(GOLDEN / "pocket.csv").read_bytes(), b=b"0" * (130 * 1024 * 1024), c=b"x")

        haul = read_export(bomb)

        assert haul is not None
        assert ("b", "too much of it") in haul.skipped
        assert len(haul.saved) == 3

    @pytest.mark.parametrize("cut", [5, 30, -30])
    def test_a_damaged_archive_is_nothing_known(self, cut: int) -> None:
        assert read_export(boxed(a=(GOLDEN / "pocket.csv").read_bytes())[:cut]) is None

    def test_an_archive_in_an_archive_is_not_opened(self) -> None:
        haul = read_export(boxed(a=(GOLDEN / "pocket.csv").read_bytes(), b=boxed(c=b"x")))

        assert haul is not None and haul.skipped[-1] == ("b", "too much of it")


def a_cache(tmp_path: Path, wal: bool = False) -> bytes:
    path = tmp_path / "cache.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        if wal:
            db.execute("PRAGMA journal_mode = WAL")
        db.executescript(
            """
            CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid TEXT, title TEXT, author TEXT, url TEXT, feedurl TEXT,
                pubDate INTEGER, content TEXT, unread INTEGER, flags VARCHAR(52), deleted INTEGER);
            INSERT INTO rss_item (title, author, url, pubDate, unread, flags) VALUES
                ('Five ways', 'Ana', 'https://example.org/five', 1717546443, 0, 'sa'),
                ('No flag', '', 'https://example.org/no', 1717546443, 1, ''),
                ('No page', '', 'file:///x', 1717546443, 1, 'a');
            """
        )
    return path.read_bytes()


class TestNewsboat:
    @pytest.mark.parametrize("wal", [False, True])
    def test_flagged_articles_are_what_was_kept(self, tmp_path: Path, wal: bool) -> None:
        haul = read_newsboat(a_cache(tmp_path, wal))

        assert haul is not None
        (saved,) = haul.saved
        assert (saved.link, saved.title, saved.author, saved.tags, saved.is_read) == (
            "https://example.org/five",
            "Five ways",
            "Ana",
            ("flag-a", "flag-s"),
            True,
        )
        assert haul.skipped == (("No page", "no web address"),)

    def test_another_database_is_none_of_newsboat_s(self, tmp_path: Path) -> None:
        with closing(sqlite3.connect(tmp_path / "x.db", isolation_level=None)) as db:
            db.execute("CREATE TABLE other (x)")
            db.execute("CREATE VIEW rss_item AS SELECT 1 AS url")
        assert read_newsboat((tmp_path / "x.db").read_bytes()) is None

    def test_a_damaged_one_is_nothing(self, tmp_path: Path) -> None:
        data = a_cache(tmp_path)

        assert read_newsboat(data[:100]) is None
        assert read_newsboat(data[:4096] + b"\xff" * 4096) in (None, Haul("newsboat", "newsboat cache"))


@given(st.binary(max_size=300))
def test_any_bytes_are_understood_or_not_and_nothing_is_raised(data: bytes) -> None:
    for start in (b"", b"<!DOCTYPE NETSCAPE-Bookmark-file-1>", b"PK\x03\x04", b"[", b"<posts>", b"<h1>Pins</h1>"):
        read_export(start + data)
    for head in (
        "title,url,time_added,tags,status\n",
        "Highlight,Book Title,Book Author\n",
        "URL,Title,Selection,Folder\n",
    ):
        assert read_export(head.encode() + data.replace(b"\0", b"")) is not None
    read_newsboat(b"SQLite format 3\0" + data)


pieces = st.lists(
    st.sampled_from(
        (
            "<DL>",
            "</DL>",
            "<DT>",
            "<H3>Folder</H3>",
            '<A HREF="https://a.example/">A</A>',
            "<DD>text",
            "<p>",
            "</A>",
            "<A HREF='b'>",
            "<H1>",
            "<br>",
            "Title: x,",
            "&amp;",
            "<!--",
            "-->",
        )
    ),
    max_size=30,
).map("".join)


@given(pieces)
def test_however_tags_are_nested_every_link_is_found_or_told(text: str) -> None:
    haul = read_export(f"<!DOCTYPE NETSCAPE-Bookmark-file-1>{text}".encode())

    assert haul is not None
    if "<!--" not in text:
        assert len(haul.saved) == text.count("https://a.example/")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("1260914469", "2009-12-15"),
        ("1260914469588", "2009-12-15"),
        ("1260914469588170", "2009-12-15"),
        ("0", None),
        ("", None),
        ("x", None),
        ("9" * 30, None),
        ("-5", None),
    ],
)
def test_unix_times_of_any_grain(said: str, expected: str | None) -> None:
    found = unix_time(said)
    assert (found.date().isoformat() if found else None) == expected


def test_other_times() -> None:
    assert iso_time("2017/02/13 15:35:01") == some_time("2017-02-13T15:35:01Z")
    assert iso_time("0001-01-01T00:00:00+14:00") is None
    assert text_of(b"Gr\xfc\xdfe") == "Grüße"
