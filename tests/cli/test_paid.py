"""A source that costs money, from the settings to the meter on the command line."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from arrowtui.sources.x import X
from tests.cli.conftest import Arrowtui, World
from tests.server import Say

TAG = "https://x.com/hashtag/edchat"
PAGE = json.dumps(
    {
        "data": [{"id": "7", "text": "A1 yes #edchat", "author_id": "42", "created_at": "2026-11-23T08:00:00Z"}],
        "includes": {"users": [{"id": "42", "name": "Ida", "username": "ida"}]},
        "meta": {"result_count": 1, "newest_id": "7", "oldest_id": "7"},
    }
)


def settings(world: World, budget: str) -> str:
    return f"""
[x]
{budget}
[secrets]
x = {{ value = "a-bearer-token" }}
[bases]
x = "{world.server.at("")}"
[[source]]
kind = "x"
address = "{TAG}"
"""


def test_without_a_budget_x_is_off_and_says_so(arrowtui: Arrowtui, world: World, config: Path) -> None:
    config.write_text(settings(world, ""))

    told = arrowtui("refresh").out

    assert "charges for what is read" in told
    assert world.server.asked == []


def test_what_was_spent_is_shown(arrowtui: Arrowtui, world: World, config: Path, home: Path) -> None:
    config.write_text(settings(world, 'budget = "5.00"'))
    options = (("budget", "5.00"), ("base", world.server.at("")))
    asked = urlsplit(X().first(TAG, options, "").address)
    world.server.on(f"{asked.path}?{asked.query}", Say(200, PAGE))

    arrowtui("refresh")
    plain, record = arrowtui("sources").out, json.loads(arrowtui("sources", "--json").out)

    assert world.server.asked[0].headers["authorization"] == "Bearer a-bearer-token"
    assert "1 post read, 0.02 of 5.00 spent" in plain
    assert record["cost"].endswith("1 post read, 0.02 of 5.00 spent")
    assert "a-bearer-token" not in plain + "".join(path.read_text() for path in (home / "data").glob("*.log"))
