"""Tokens and passwords: walked to, kept in the keyring, and shown nowhere."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import PasswordDeleteError

from arrowtui.cli.ends import Exit
from arrowtui.model.logins import LOGINS
from tests.cli.conftest import Arrowtui, World
from tests.server import Say

TOKEN = "t0p-secret-token"


class Memory(KeyringBackend):
    """A keyring that lives as long as the test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring() -> Iterator[Memory]:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What a person answers, one prompt after the other; nothing that is typed hidden is echoed."""
    said = iter(lines)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda words="": next(said))
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda words="": next(said))


@pytest.mark.parametrize("kind", list(LOGINS))
def test_each_kind_tells_the_steps_and_keeps_what_was_typed(
    kind: str, arrowtui: Arrowtui, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = LOGINS[kind].asks
    typed(monkeypatch, *(["place.example.org"] if asks else []), TOKEN)

    ran = arrowtui("login", kind)

    name = f"{kind}:place.example.org" if asks else kind
    assert ran.code == Exit.OK
    assert ran.lines[0].startswith("1. ")
    assert f"Kept as {name} in the keyring." in ran.out
    assert ring.kept == {("arrowtui", name): TOKEN}
    assert TOKEN not in ran.out + ran.err


def test_a_whole_address_will_do_and_a_name_that_was_told_stays_as_it_is(
    arrowtui: Arrowtui, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, *lines in (
        ("greader", "https://ida@RSS.example/api/greader.php", TOKEN),
        ("mastodon:https://social.example/", TOKEN),
        ("imap:Work", TOKEN),
        ("x", TOKEN),
    ):
        typed(monkeypatch, *lines)
        assert arrowtui("login", name).code == Exit.OK

    assert [name for _, name in ring.kept] == ["greader:ida@rss.example", "mastodon:social.example", "imap:Work", "x"]


def test_another_program_may_hand_a_secret_over(
    arrowtui: Arrowtui, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{TOKEN}\n".encode())))

    ran = arrowtui("login", "--stdin", "mastodon:a.example")

    assert (ran.code, ran.out) == (Exit.OK, "")
    assert ring.kept == {("arrowtui", "mastodon:a.example"): TOKEN}


def test_what_one_can_log_in_to_is_listed(arrowtui: Arrowtui) -> None:
    assert [line.split()[0] for line in arrowtui("login").lines] == list(LOGINS)


def test_without_a_terminal_nothing_is_asked(arrowtui: Arrowtui, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{TOKEN}\n".encode())))

    ran = arrowtui("login", "mastodon:a.example")

    assert ran.code == Exit.USAGE
    assert "--stdin" in ran.err and ran.out == ""


def test_what_nobody_logs_in_to_is_told(arrowtui: Arrowtui, ring: Memory) -> None:
    assert "nothing one logs in to" in arrowtui("login", "gopher").err
    assert "nothing one logs in to" in arrowtui("login", "--stdin", "gopher").err


def test_without_a_keyring_the_variable_is_named(arrowtui: Arrowtui, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # keyring's
    typed(monkeypatch, TOKEN)
    try:
        ran = arrowtui("login", "mastodon:a.example")
    finally:
        keyring.set_keyring(before)

    assert ran.code == Exit.FAILED
    assert "ARROWTUI_SECRET_MASTODON_A_EXAMPLE" in ran.err
    assert TOKEN not in ran.out + ran.err


def test_logout_forgets(arrowtui: Arrowtui, ring: Memory) -> None:
    ring.kept["arrowtui", "x"] = TOKEN

    assert arrowtui("logout", "x").out == "x is forgotten.\n"
    assert ring.kept == {}
    assert arrowtui("logout", "x").out == "There was no x in the keyring.\n"


def closed_server(world: World) -> str:
    """A Mastodon server that shows posts to those who bring the token."""
    instance = {"domain": "m", "version": "4.5.0", "configuration": {}}
    world.server.on("/api/v2/instance", Say(200, json.dumps(instance)))
    refused = Say(401, json.dumps({"error": "This method requires an authenticated user"}))
    post = {
        "id": "1",
        "uri": "https://m.example/1",
        "created_at": "2026-11-23T08:00:00Z",
        "content": "<p>Hello</p>",
        "account": {"id": "1", "acct": "ida", "username": "ida"},
    }
    world.server.on("/api/v1/timelines/tag/edchat", refused, refused, Say(200, json.dumps([post])))
    return world.server.at("/tags/edchat")


def test_nothing_is_added_before_its_first_items_were_seen(
    arrowtui: Arrowtui, world: World, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = world.feed("/feed", "Press desk", "Five ways")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    typed(monkeypatch, "n")
    declined = arrowtui("add", address)
    kept = config.read_text() if config.exists() else ""
    typed(monkeypatch, "")
    agreed = arrowtui("add", address)

    assert "  · Five ways" in declined.err.splitlines()
    assert declined.err.endswith("Nothing was added.\n")
    assert (declined.lines, kept) == ([], "")
    assert agreed.lines == [f"Added Press desk  {address}"]


def test_adding_asks_for_the_token_a_server_wants_and_then_shows_its_items(
    arrowtui: Arrowtui, ring: Memory, world: World, config: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = closed_server(world)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    typed(monkeypatch, "y", TOKEN, "y")

    ran = arrowtui("add", address)

    assert ran.code == Exit.OK, ran.err
    assert list(ring.kept.values()) == [TOKEN]
    assert "  · Hello" in ran.err.splitlines()
    assert ran.lines[-1] == f"Added #edchat on {world.server.host}:{world.server.port}  {address}"
    assert world.server.asked[-1].headers["authorization"] == f"Bearer {TOKEN}"
    written = "".join(path.read_text("utf-8", "replace") for path in home.rglob("*") if path.is_file())
    assert TOKEN not in ran.out + ran.err + written
