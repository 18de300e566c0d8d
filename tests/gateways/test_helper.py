"""Looking at an address in a process of its own."""

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from arrowtui.gateways.helper import Helper
from arrowtui.model.errors_requests import HelperTold
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from tests.server import Say, Server

RSS = "<rss version='2.0'><channel><title>Desk</title><item><title>One</title></item></channel></rss>"


def helper(tmp_path: Path, script: str = "") -> Helper:
    """The real program, or a script in its place."""
    command = (sys.executable, "-c", script) if script else (sys.executable, "-m", "arrowtui")
    return Helper(tmp_path / "config.toml", tmp_path / "data", command)


async def test_the_real_program_answers_with_what_it_found(tmp_path: Path) -> None:
    async with Server() as server:
        address = server.on("/feed", Say(200, RSS))
        (found,) = await helper(tmp_path).probe(address)

    assert (found.title, found.openings, found.wish) == ("Desk", ("One",), Wish("feed", address))


async def test_the_real_program_says_why_it_found_nothing(tmp_path: Path) -> None:
    with pytest.raises(HelperTold) as caught:
        await helper(tmp_path).probe("no address")

    assert "no address" in caught.value.headline()


async def test_a_file_of_sources_is_looked_into(tmp_path: Path) -> None:
    urls = tmp_path / "urls"
    urls.write_text('https://a.example/feed work "~Desk"\n')

    (found,) = await helper(tmp_path).probe(str(urls))

    assert found.wish == Wish("feed", "https://a.example/feed", "Desk", None, ("work",))


async def test_a_program_in_a_file_of_sources_stays_paused_on_its_way(tmp_path: Path) -> None:
    urls = tmp_path / "urls"
    urls.write_text('"exec:~/bin/calls" work\n')

    (found,) = await helper(tmp_path).probe(str(urls))

    assert (found.wish.kind, found.wish.paused) == ("command", True)


async def test_every_fact_crosses_over(tmp_path: Path) -> None:
    line = {
        "kind": "feed", "address": "https://a.example/", "title": "T", "own_title": "O", "lane": "call", "tags": ["x"],
        "openings": ["1"], "known": True, "comments": True, "name_in": "https://{}@a.example/", "part": True,
        "later": "unknown fields are passed over",
    }  # fmt: skip

    (found,) = await helper(tmp_path, f"print({json.dumps(line)!r})").probe("x")

    assert found.wish == Wish("feed", "https://a.example/", "O", Lane.CALL, ("x",))
    assert (found.is_known, found.is_comments, found.openings) == (True, True, ("1",))
    assert (found.name_in, found.is_part) == ("https://{}@a.example/", True)


@pytest.mark.parametrize(
    ("script", "word"),
    [
        ("print('garbage')", "not understood"),
        ("print('[1]')", "not understood"),
        ("pass", "ended early"),
        ("import sys; sys.exit('Killed: out of memory')", "ended early"),
    ],
)
async def test_a_helper_that_breaks_is_told_in_words(tmp_path: Path, script: str, word: str) -> None:
    with pytest.raises(HelperTold) as caught:
        await helper(tmp_path, script).probe("x")

    assert word in caught.value.headline()


async def test_a_helper_that_cannot_be_started_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(HelperTold):
        await Helper(tmp_path, tmp_path, (str(tmp_path / "nothing"),)).probe("x")


async def test_who_stops_asking_ends_the_helper(tmp_path: Path) -> None:
    sign = tmp_path / "sign"
    os.mkfifo(sign)
    script = f"import os, time; open({str(sign)!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    asking = asyncio.create_task(helper(tmp_path, script).probe("x"))
    process = int(await asyncio.to_thread(sign.read_text))

    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking

    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


async def test_a_secret_reaches_the_keyring_through_a_pipe(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = f"import sys; open({str(seen)!r}, 'w').write(repr(sys.argv) + sys.stdin.read())"

    await helper(tmp_path, script).keep("mastodon:a.example", "t0p-secret")

    arguments, _, piped = seen.read_text().rpartition("]")
    assert piped == "t0p-secret"
    assert "t0p-secret" not in arguments
    assert "'login', '--stdin', '--', 'mastodon:a.example'" in arguments


async def test_where_there_is_no_keyring_the_program_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

    with pytest.raises(HelperTold) as caught:
        await helper(tmp_path).keep("mastodon:a.example", "t0p-secret")

    assert "could not be had" in caught.value.headline()
    assert "ARROWTUI_SECRET_MASTODON_A_EXAMPLE" in caught.value.hint()
