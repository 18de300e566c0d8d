"""A chat written into the settings by the program is taken out again to the letter; what she wrote there stays hers."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arrowtui.model.errors import SettingsUnwritable
from arrowtui.model.pack import ChatWish
from arrowtui.settings.edit import SettingsFile

WISH = ChatWish(
    ("#nurschat",),
    schedule="DTSTART:20260303T200000 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=20;BYMINUTE=0",
    zone="Europe/London",
    minutes=45,
    moderators=("@host",),
    where=("social.example", "bluesky"),
)
PIECES = (
    "# Mine.\n",
    "\n",
    '[[source]]\naddress = "https://a.example/feed"  # kept\n',
    '[[chat]]\nhashtags = ["#edchat"]\n# under it\n',
    '[poll]\nown_hosts = ["127.0.0.1"]\n',
)
OWN = PIECES[3]


def texts() -> st.SearchStrategy[str]:
    """Settings as people lay them out: each table at most once, comments and blank lines anywhere, either newline."""
    tables = st.permutations(PIECES[2:])
    blanks = st.lists(st.sampled_from(PIECES[:2]), max_size=2).map("".join)
    laid = st.tuples(blanks, tables, blanks, blanks).map(
        lambda part: part[0] + part[1][0] + part[2] + part[1][1] + part[3] + part[1][2]
    )
    return st.tuples(laid, st.booleans()).map(lambda pair: pair[0].replace("\n", "\r\n") if pair[1] else pair[0])


@given(st.one_of(texts(), st.just("")))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_written_is_taken_out_to_the_letter(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text.encode())
    file = SettingsFile(path)

    assert file.add_chats([WISH]) == (WISH,)
    assert len(file.settings().chats()) == text.count("[[chat]]") + 1
    file.drop_chat(WISH)

    assert path.read_bytes().decode() == text


def test_what_was_added_below_stays_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("# Mine.\n", encoding="utf-8")
    file = SettingsFile(path)
    file.add_chats([WISH])
    path.write_text(path.read_text(encoding="utf-8") + "\n# And this.\n" + OWN, encoding="utf-8")

    file.drop_chat(WISH)

    assert path.read_text(encoding="utf-8") == "# Mine.\n\n# And this.\n" + OWN


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text + 'tags = ["work"]\n',
        lambda text: text + "# my remark\n",
        lambda text: text + '\nname = "Nurses"\n',
        lambda text: text.replace("minutes = 45", "minutes = 60"),
        lambda text: text.replace("minutes = 45", "minutes = 45  # at most"),
    ],
    ids=["a key", "a remark", "a key after a blank", "another value", "a remark inside"],
)
def test_what_she_changed_is_not_taken_out(tmp_path: Path, change: object) -> None:
    path = tmp_path / "config.toml"
    file = SettingsFile(path)
    file.add_chats([WISH])
    changed = change(path.read_text(encoding="utf-8"))  # type: ignore[operator]  # one of the above
    path.write_text(changed, encoding="utf-8")

    with pytest.raises(SettingsUnwritable, match="by hand"):
        file.drop_chat(WISH)

    assert path.read_text(encoding="utf-8") == changed


def test_one_that_she_took_out_herself_is_gone_already(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("# Nothing.\n", encoding="utf-8")

    SettingsFile(path).drop_chat(WISH)

    assert path.read_text(encoding="utf-8") == "# Nothing.\n"
