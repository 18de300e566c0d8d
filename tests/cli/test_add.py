"""`arrowtui add`, `remove`, `import` and `export` against a server on this machine."""

import json
import os
import sys
import tomllib
from pathlib import Path

import pytest

from arrowtui.cli.ends import Exit
from tests.cli.conftest import Arrowtui, World, steps, undone
from tests.server import Say

URLS = 'https://a.example/feed work "~Desk"\nquery:Unread:unread = "yes"\nhttps://b.example/feed\n'


def sources(config: Path) -> list[str]:
    return [entry["address"] for entry in tomllib.loads(config.read_text())["source"]] if config.exists() else []


def test_a_feed_is_added_asked_and_there_to_read(arrowtui: Arrowtui, world: World, config: Path) -> None:
    address = world.feed("/feed", "Press desk", "Five ways", "Six ways")

    ran = arrowtui("add", address, "--lane", "calls", "--tag", "press")

    assert ran.code == Exit.OK
    assert ran.lines == [f"Added Press desk  {address}", "  · Five ways", "  · Six ways"]
    assert sources(config) == [address]
    titles = {row["title"]: row["lane"] for row in map(json.loads, arrowtui("list", "--json").lines)}
    assert titles == {"Five ways": "call", "Six ways": "call"}
    assert len(arrowtui("list", "--source-tag", "press", "--json").lines) == 2
    assert arrowtui("list", "--source-tag", "pres", "--json").lines == []


def test_adding_asks_the_server_once(arrowtui: Arrowtui, world: World) -> None:
    arrowtui("add", world.feed("/feed", "Press desk", "Five ways"))

    assert [asked.path for asked in world.server.asked] == ["/feed"]


def test_a_source_one_has_is_not_added_twice(arrowtui: Arrowtui, world: World, config: Path, home: Path) -> None:
    address = world.feed("/feed", "Press desk", "Five ways")
    arrowtui("add", address)

    ran = arrowtui("add", address)

    assert ran.code == Exit.OK
    assert ran.lines[0] == f"You have it already: Press desk  {address}"
    assert len(sources(config)) == 1
    assert steps(home) == ["Added 1 source"]


def test_one_address_written_in_another_way_is_the_same_source(arrowtui: Arrowtui, world: World) -> None:
    address = world.feed("/feed", "Desk", "One")
    arrowtui("add", address)

    ran = arrowtui("add", address.replace("http://", "HTTP://") + "#newest")

    assert ran.code == Exit.OK
    assert ran.out.startswith("You have it already: Desk")


def test_addresses_that_differ_by_capitals_are_two_sources(arrowtui: Arrowtui, world: World) -> None:
    arrowtui("add", world.feed("/feed", "Desk", "One"))

    ran = arrowtui("add", world.feed("/Feed", "Other", "Two"))

    assert (ran.code, ran.lines[0].split("  ")[0]) == (Exit.OK, "Added Other")
    assert "Two" in arrowtui("list").out
    assert arrowtui("refresh", world.server.at("/Feed")).lines[0].startswith("1 source asked")


def test_a_page_is_searched_for_its_feed(arrowtui: Arrowtui, world: World, config: Path) -> None:
    feed = world.feed("/posts.xml", "Posts", "One")

    arrowtui("add", world.page("/", "/posts.xml"))

    assert sources(config) == [feed]


def test_of_several_feeds_nobody_chooses_where_nobody_is_there_to_ask(
    arrowtui: Arrowtui, world: World, config: Path
) -> None:
    world.feed("/posts.xml", "Posts", "One")
    world.feed("/comments.xml", "Comments", "Two")

    ran = arrowtui("add", world.page("/", "/posts.xml", "/comments.xml"))

    assert ran.code == Exit.USAGE
    assert "1  Posts" in ran.err
    assert "--all" in ran.err
    assert sources(config) == []


@pytest.mark.parametrize(("option", "count"), [("--all", 2), ("--yes", 1)])
def test_of_several_feeds_all_or_the_first_are_taken(
    option: str, count: int, arrowtui: Arrowtui, world: World, config: Path
) -> None:
    world.feed("/posts.xml", "Posts", "One")
    world.feed("/more.xml", "More", "Two")

    assert arrowtui("add", world.page("/", "/posts.xml", "/more.xml"), option).code == Exit.OK

    assert len(sources(config)) == count


def test_what_is_no_feed_is_told_and_changes_nothing(arrowtui: Arrowtui, world: World, config: Path) -> None:
    ran = arrowtui("add", world.server.on("/", Say(200, "%PDF-1.7 hello")))

    assert ran.code == Exit.FAILED
    assert "No feed was found" in ran.err
    assert not config.exists()


@pytest.mark.parametrize("typed", ["", "two words", "ftp://a.example/", "http://", "/no/such/file.opml"])
def test_what_is_no_address_is_told(arrowtui: Arrowtui, typed: str) -> None:
    ran = arrowtui("add", typed)

    assert ran.code == Exit.FAILED
    assert "no address" in ran.err


def test_a_faulty_settings_file_is_left_alone(arrowtui: Arrowtui, world: World, config: Path) -> None:
    config.write_text("[scren]\n")

    ran = arrowtui("add", world.feed("/feed", "Press desk", "Five ways"))

    assert ran.code == Exit.SETTINGS
    assert config.read_text() == "[scren]\n"


def test_a_look_adds_nothing_and_tells_programs_what_is_there(arrowtui: Arrowtui, world: World, config: Path) -> None:
    address = world.feed("/feed", "Press desk", "Five ways")

    (line,) = arrowtui("add", "--probe", "--json", address).lines

    assert json.loads(line) == {
        "kind": "feed",
        "address": address,
        "title": "Press desk",
        "own_title": None,
        "lane": None,
        "tags": [],
        "openings": ["Five ways"],
        "known": False,
        "comments": False,
        "options": {},
        "words": "",
        "hint": "",
        "trouble": None,
        "secret": "",
        "server": "",
        "name_in": "",
        "part": False,
        "paused": False,
    }
    assert not config.exists()


def test_hostile_titles_reach_no_terminal(arrowtui: Arrowtui, world: World) -> None:
    address = world.feed("/feed", "Desk &#155;31m \u202eevil", "a &#xAD; [/b] \u200b\u200bb &#133; c")

    ran = arrowtui("add", address)
    listed = arrowtui("list", "--scope", "all")

    for character in (*map(chr, range(0x80, 0xA0)), "\x1b", "\u202e", "\u200b"):
        assert character not in ran.out + listed.out
    assert "[/b]" in listed.out


def test_removing_keeps_the_items(arrowtui: Arrowtui, world: World, config: Path) -> None:
    arrowtui("add", world.feed("/feed", "Press desk", "Five ways"))

    ran = arrowtui("remove", "press desk")

    assert ran.out == "Removed Press desk. What it brought stays.\n"
    assert sources(config) == [] if config.read_text().strip() else True
    assert len(arrowtui("list", "--scope", "all").lines) == 1


def test_a_removed_source_is_put_back_by_undo_as_it_stood(
    arrowtui: Arrowtui, world: World, config: Path, home: Path
) -> None:
    arrowtui("add", world.feed("/feed", "Press desk", "Five ways"), "--tag", "work")
    arrowtui("add", world.feed("/two", "Second", "Six ways"))
    config.write_text(f"{config.read_text()}# the last word is mine\n")
    before = config.read_text()
    arrowtui("remove", "press desk")
    assert steps(home)[0] == "Removed Press desk"

    assert undone(home, config) == "Undone: removed Press desk"

    assert config.read_text() == before
    listed = arrowtui("sources", "--json")
    assert [json.loads(line)["state"] for line in listed.lines].count("removed") == 0


def test_removing_what_is_not_there_names_the_nearest(arrowtui: Arrowtui, world: World) -> None:
    arrowtui("add", world.feed("/feed", "Press desk", "Five ways"))

    ran = arrowtui("remove", "pres desk")

    assert ran.code == Exit.FAILED
    assert "Did you mean 'Press desk'?" in ran.err


def test_a_newsboat_file_comes_in_and_what_is_left_out_is_named(arrowtui: Arrowtui, config: Path, home: Path) -> None:
    (home / "urls").write_text(URLS)

    ran = arrowtui("import", str(home / "urls"))

    assert ran.code == Exit.OK
    assert ran.lines[0] == "newsboat urls file: 2 sources added, 0 you had already, 1 line left out."
    assert "line 2: a saved search" in ran.err
    assert sources(config) == ["https://a.example/feed", "https://b.example/feed"]


def test_a_list_without_a_source_is_no_success(arrowtui: Arrowtui, home: Path) -> None:
    (home / "feeds.opml").write_text("<opml><body><outline text='empty'/></body></opml>")

    ran = arrowtui("import", str(home / "feeds.opml"))

    assert ran.code == Exit.FAILED
    assert "names no source" in ran.err


def test_what_is_exported_can_be_imported_elsewhere(arrowtui: Arrowtui, config: Path, home: Path) -> None:
    (home / "urls").write_text(URLS)
    arrowtui("add", str(home / "urls"))
    before = tomllib.loads(config.read_text())
    arrowtui("export", str(home / "mine.opml"))
    config.unlink()

    ran = arrowtui("import", str(home / "mine.opml"))

    assert ran.lines[0].startswith("OPML file: 2 sources added")
    after = tomllib.loads(config.read_text())
    assert {entry["address"] for entry in after["source"]} == {entry["address"] for entry in before["source"]}
    assert after["source"][-1].get("tags") == ["work"] or after["source"][0].get("tags") == ["work"]


def test_an_export_without_a_file_goes_to_the_standard_output(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text('[[source]]\naddress = "https://me:secret@a.example/feed?token=abc"\n')

    out = arrowtui("export").out

    assert 'xmlUrl="https://a.example/feed"' in out
    assert "secret" not in out
    assert "abc" not in out


@pytest.mark.parametrize(("name", "data"), [("none.opml", None), ("x.opml", b"\x00\x01"), ("y.opml", b"no list\n")])
def test_a_file_that_is_no_list_is_told(arrowtui: Arrowtui, home: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (home / name).write_bytes(data)

    ran = arrowtui("import", str(home / name))

    assert ran.code == Exit.FAILED
    assert "Traceback" not in ran.err


CALLS = ("Nurses who work at night", "Parents of twins, tell us", "Bakers who bake by night")
LIST = "".join(f'<div class="call"><h3><a href="/{n}">{title}</a></h3></div>' for n, title in enumerate(CALLS))


def newsroom(world: World) -> str:
    return world.server.on("/calls", Say(200, f"<title>Call-outs</title><main>{LIST}</main>", Content_Type="text/html"))


def options(config: Path) -> list[dict[str, str]]:
    return [entry.get("options", {}) for entry in tomllib.loads(config.read_text())["source"]]


def test_a_page_without_a_feed_is_added_with_the_selectors_proposed(
    arrowtui: Arrowtui, world: World, config: Path
) -> None:
    address = newsroom(world)

    ran = arrowtui("add", "--page", "--yes", "--lane", "calls", address)

    assert ran.code == Exit.OK
    assert ran.lines[0] == f"Added Call-outs  {address}"
    assert options(config) == [{"item": "div.call", "title": "h3", "link": "a"}]
    assert [json.loads(line)["title"] for line in arrowtui("list", "--json").lines] == list(CALLS)
    assert len(world.server.asked) == 1


def test_a_page_without_a_feed_is_never_watched_unless_somebody_says_so(
    arrowtui: Arrowtui, world: World, config: Path
) -> None:
    address = newsroom(world)

    ran = arrowtui("add", address)

    assert ran.code == Exit.USAGE
    assert ran.err.splitlines()[0] == "There is no feed. The page itself can be watched:"
    assert f"  · {CALLS[0]}" in ran.err
    assert not config.exists()

    assert arrowtui("add", address, "--yes").code == Exit.OK
    assert options(config) == [{"item": "div.call", "title": "h3", "link": "a"}]


def test_page_before_an_address_means_the_page_whatever_feeds_it_has(
    arrowtui: Arrowtui, world: World, config: Path
) -> None:
    world.feed("/feed", "Press desk", "One")
    body = f'<link rel="alternate" type="application/rss+xml" href="/feed"><main>{LIST}</main>'
    address = world.server.on("/calls", Say(200, body, Content_Type="text/html"))

    assert arrowtui("add", f"page:{address}", "--yes").code == Exit.OK

    assert sources(config) == [address]
    assert options(config)[0]["item"] == "div.call"


def test_a_mailbox_on_this_machine_is_known_by_its_path(
    arrowtui: Arrowtui, home: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = "From: Ida <ida@desk.example>\nSubject: {}\nMessage-ID: <{}@desk.example>\n\nHello\n"
    box = home / "Lists"
    for part in ("new", "cur", "tmp"):
        (box / part).mkdir(parents=True)
    (box / "new" / "1").write_text(mail.format("Letter of the week", 1))
    (home / "lists").write_text(f"From ida@desk.example Mon Nov 23 08:00:00 2026\n{mail.format('Old letter', 2)}\n")
    os.utime(home / "lists", (1_795_000_000, 1_795_000_000))  # nobody is writing to it just now
    monkeypatch.chdir(home)

    folder, file = arrowtui("add", str(box)), arrowtui("add", "./lists")

    assert (folder.code, file.code) == (Exit.OK, Exit.OK)
    assert "  · Letter of the week" in folder.lines
    assert "  · Old letter" in file.lines
    assert sources(config) == [f"maildir://{box}", f"mbox://{home}/lists"]


def test_the_ways_to_watch_a_page_are_shown_without_adding_one(arrowtui: Arrowtui, world: World, config: Path) -> None:
    ran = arrowtui("add", "--page", "--probe", newsroom(world))

    assert f"  · {CALLS[0]}" in ran.lines
    assert ran.lines[1].startswith("  3 items, without dates: item div.call")
    assert "  the page as a whole: an item whenever its words change" in ran.lines
    assert not config.exists()


def test_nobody_chooses_a_way_to_watch_a_page_where_nobody_is_there(arrowtui: Arrowtui, world: World) -> None:
    ran = arrowtui("add", "--page", newsroom(world))

    assert ran.code == Exit.USAGE
    assert "--option item=SELECTOR" in ran.err


def test_a_page_is_added_with_selectors_of_ones_own(arrowtui: Arrowtui, world: World, config: Path) -> None:
    assert arrowtui("add", newsroom(world), "--option", "item=h3", "--option", "link=a").code == Exit.OK

    assert options(config) == [{"item": "h3", "link": "a"}]


@pytest.mark.parametrize("option", ["item", "=h3", "item=..", "itme=h3"])
def test_a_faulty_option_adds_nothing(option: str, arrowtui: Arrowtui, world: World, config: Path) -> None:
    ran = arrowtui("add", "--page", newsroom(world), "--option", option)

    assert ran.code != Exit.OK
    assert not config.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a script of a shell")
def test_a_program_of_ones_own_is_run_once_and_its_items_are_there(
    arrowtui: Arrowtui, home: Path, config: Path
) -> None:
    script = home / "calls"
    script.write_text(f'#!/bin/sh\necho run >> {home}/runs\necho \'[{{"title": "\'"$1"\'"}}]\'\n')
    script.chmod(0o700)

    ran = arrowtui("add", f"command:{script} 'Nurses wanted'", "--title", "My calls", "--lane", "calls")

    assert ran.code == Exit.OK
    assert "  · Nurses wanted" in ran.lines
    assert sources(config) == [f"command:{script} 'Nurses wanted'"]
    assert [json.loads(line)["title"] for line in arrowtui("list", "--json").lines] == ["Nurses wanted"]
    assert (home / "runs").read_text() == "run\n"


def test_programs_in_a_file_of_another_reader_wait_for_a_word(arrowtui: Arrowtui, home: Path, config: Path) -> None:
    (home / "urls").write_text('"exec:~/bin/calls" work\n')

    ran = arrowtui("import", str(home / "urls"))

    assert "Programs among them: 1." in ran.out
    (entry,) = tomllib.loads(config.read_text())["source"]
    assert (entry["kind"], entry["paused"]) == ("command", True)


@pytest.mark.parametrize("answer", [Say(404, "no"), Say(200, "no feed"), Say(200, URLS)])
def test_the_keys_in_an_address_are_shown_nowhere(
    answer: Say, arrowtui: Arrowtui, world: World, config: Path, home: Path
) -> None:
    address = world.server.on("/private", answer).replace("://", "://me:t0p-secret@") + "?token=s3cret-too"
    config.write_text(f'[[source]]\naddress = "{address}"\n')

    said = "".join(
        ran.out + ran.err
        for ran in (
            arrowtui("refresh"),
            arrowtui("sources"),
            arrowtui("sources", "--json"),
            arrowtui("refresh", "/private", "--json"),
            arrowtui("export"),
            arrowtui("remove", "/private"),
        )
    )
    logged = "".join(path.read_text() for path in (home / "data").glob("*.log*"))

    assert world.server.asked[0].headers["authorization"].startswith("Basic ")
    assert "/private" in said
    assert not [word for word in ("t0p-secret", "s3cret-too") if word in said + logged]


def test_what_was_added_is_told_to_programs_as_it_stands_in_the_settings(
    arrowtui: Arrowtui, world: World, config: Path
) -> None:
    address = world.feed("/mine", "Press desk", "Five ways")
    secret = address.replace("://", "://me:t0p-secret@")

    (line,) = arrowtui("add", "--json", "--lane", "calls", "--title", "My desk", "--tag", "work", secret).lines

    told = json.loads(line)
    assert told["added"] and (told["lane"], told["own_title"], told["tags"]) == ("call", "My desk", ["work"])
    assert told["address"] != secret and "t0p-secret" not in line
