"""`arrowtui rules`, `lessons` and `chats`."""

import json
import tomllib
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.cli.conftest import Arrowtui, World
from tests.server import Say

RULES = """
[[rule]]
match = "night nurse"
lane = "calls"
tags = ["#Ward"]

[[rule]]
name = "no crypto"
author = "@coin"
dismiss = true
"""
CHAT = """
[[chat]]
hashtags = ["#wardchat"]
schedule = "Tuesdays 8pm ET"
"""


def test_rules_are_listed_in_the_order_in_which_they_are_applied(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text(RULES)

    assert arrowtui("rules").lines == [
        "1. night nurse: matches night nurse -> to Calls, tagged ward",
        "2. no crypto: by @coin -> dismissed",
    ]


def test_without_rules_it_says_how_to_make_one(arrowtui: Arrowtui) -> None:
    assert arrowtui("rules").lines == ["You have no rules. A [[rule]] in the settings makes one: see docs/settings.md."]


def test_a_rule_is_tried_on_what_has_arrived_and_changes_nothing(
    arrowtui: Arrowtui, world: World, config: Path
) -> None:
    address = world.feed("/feed", "Ward", "Night nurses meet", "Bread at night", "Nurses by day")
    arrowtui("add", address)

    ran = arrowtui("rules", "try", "night", "nurse")

    assert ran.lines[-1] == "1 item matches."
    assert "Night nurses meet" in ran.out
    assert arrowtui("list", "--scope", "all").out.count("nurses") == 1
    assert arrowtui("rules", "try", "night", "-bread").lines[-1] == "1 item matches."


def test_rules_are_applied_to_what_arrives(arrowtui: Arrowtui, world: World, config: Path) -> None:
    address = world.feed("/feed", "Ward", "Night nurses meet", "Bread")
    config.write_text(f'{RULES}\n[[source]]\naddress = "{address}"\n')

    arrowtui("refresh")

    assert "Night nurses meet" in arrowtui("list", "--lane", "calls", "--tag", "ward").out


def test_lessons_are_nothing_before_anything_was_moved(arrowtui: Arrowtui) -> None:
    assert arrowtui("lessons").lines == ["Nothing yet: moving items to other tabs (m on the screen) teaches."]
    assert arrowtui("lessons", "--reset").lines == ["There is nothing to forget."]


def test_chats_one_follows_are_listed(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text(CHAT)

    heading, line = arrowtui("chats").lines
    assert heading == "Next"
    assert line.startswith("  #wardchat: ")
    assert " · in " in line
    record = json.loads(arrowtui("chats", "--json").out)
    assert (record["when"], record["zone"], record["fate"]) == ("next", "America/New_York", None)
    assert datetime.fromisoformat(record["starts_at"]).astimezone(ZoneInfo("America/New_York")).hour == 20
    assert arrowtui("chats", "--found", "--zone", "UTC").out.startswith("None found")


def test_chats_that_come_back_are_printed_as_tables(arrowtui: Arrowtui, world: World, config: Path) -> None:
    tuesday = datetime.now(ZoneInfo("UTC")).replace(hour=20, minute=0, second=0, microsecond=0) - timedelta(days=2)
    said = [
        (tuesday - timedelta(weeks=week) + timedelta(minutes=10 * n), f"Q{n}: What about {n}? #plantchat")
        for week in range(3)
        for n in range(1, 4)
    ]
    items = "".join(
        f"<item><guid isPermaLink='false'>{at}</guid><dc:creator>@host</dc:creator><description>{text}</description>"
        f"<pubDate>{format_datetime(at)}</pubDate></item>"
        for at, text in said
    )
    head = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>P</title>'
    address = world.server.on("/people", Say(200, f"{head}{items}</channel></rss>", Content_Type="application/rss+xml"))
    arrowtui("add", address, "--yes")
    arrowtui("refresh")

    ran = arrowtui("chats", "--found", "--zone", "UTC")

    assert ran.lines[0] == "# numbered questions on 3 occasions at the same hour, 1 person took part"
    (chat,) = tomllib.loads(ran.out)["chat"]
    assert (chat["hashtags"], chat["zone"], chat["moderators"]) == (["#plantchat"], "UTC", ["@host"])
    record = json.loads(arrowtui("chats", "--found", "--zone", "UTC", "--json").out)
    assert (record["hashtag"], record["sessions"], record["people"]) == ("#plantchat", 3, 1)
    config.write_text(config.read_text() + ran.out)
    assert arrowtui("chats", "--found", "--zone", "UTC").out.startswith("None found")
