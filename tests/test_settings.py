"""The settings file: what it may say, and how a fault in it is told."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors import SettingsError, SettingsFaulty, SettingsNotToml
from arrowtui.model.lane import Lane
from arrowtui.settings import Settings, load_settings, read_settings
from arrowtui.settings.shape import HELP, TABLES


def faults(text: str) -> dict[str, tuple[int, str]]:
    with pytest.raises(SettingsFaulty) as caught:
        read_settings(text, "config.toml")
    return {fault.key: (fault.line, fault.why) for fault in caught.value.faults}


def test_no_file_means_every_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_a_source_becomes_a_wish_with_its_lane_and_interval() -> None:
    text = '[poll]\nevery_min = 30\n[[source]]\naddress = "https://a.example/feed"\nlane = "calls"\ntags = ["press"]\n'

    (wish,) = read_settings(text, "config.toml").wishes()

    assert (wish.kind, wish.address, wish.lane, wish.tags) == ("feed", "https://a.example/feed", Lane.CALL, ("press",))
    assert wish.every_min == 30


def test_every_fault_is_told_with_its_line_its_key_and_what_is_allowed() -> None:
    text = """# mine
[screen]
theme = "drak"
mesure = 60

[[source]]
address = "https://a.example/"

[[source]]
addres = "https://b.example/"
lane = "tip"
every_min = "often"
"""

    found = faults(text)

    assert found["screen.theme"] == (3, "must be dark, light or terminal")
    assert found["screen.mesure"] == (4, "is not known; did you mean measure?")
    assert found["source.2.addres"] == (10, "is not known; did you mean address?")
    assert found["source.2.lane"] == (11, "must be auto, tips, chats, calls")
    assert found["source.2.every_min"] == (12, "must be a whole number of minutes")
    assert found["source.2"] == (9, "lacks its address")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[poll]\nevery_min = 0\n", "poll.every_min"),
        ("[poll]\nevery_min = true\n", "poll.every_min"),
        ("[screen]\nmeasure = 500\n", "screen.measure"),
        ("screen = 3\n", "screen"),
        ("source = 3\n", "source"),
        ("source = [3]\n", "source.1"),
        ("[keys]\nread = 3\n", "keys.read"),
        ("[sorce]\n", "sorce"),
        ('[[source]]\naddress = " "\n', "source.1.address"),
    ],
)
def test_a_faulty_value_is_refused(text: str, key: str) -> None:
    assert key in faults(text)


def test_a_slip_of_the_pen_is_told_with_its_line() -> None:
    with pytest.raises(SettingsNotToml) as caught:
        read_settings('[screen]\ntheme = "dark\n', "config.toml")

    assert caught.value.line == 2
    assert "config.toml" in caught.value.hint()


def test_a_key_inside_a_text_of_several_lines_is_not_taken_for_a_key() -> None:
    text = '[notes]\neditor = """\nediter = 1\n"""\nediter = 2\n'

    assert faults(text)["notes.editer"][0] == 5


@given(st.text())
def test_any_text_is_settings_or_a_fault_in_words(text: str) -> None:
    try:
        read_settings(text, "config.toml")
    except SettingsError as error:
        assert error.headline()
        assert error.hint()


def test_every_field_has_its_sentence() -> None:
    fields = {f"{table}.{field.name}" for table, kind in TABLES.items() for field in msgspec.structs.fields(kind)}

    assert set(HELP) == fields
