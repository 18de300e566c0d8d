"""Changing the settings file without spoiling its owner's hand."""

import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.model.errors_requests import UnknownSource
from arrowtui.model.errors_settings import SettingsFaulty, SettingsNotToml, SettingsUnwritable
from arrowtui.model.lane import Lane
from arrowtui.model.subscription import Wish
from arrowtui.settings import read_settings
from arrowtui.settings.blocks import source_blocks, with_value, without
from arrowtui.settings.edit import SettingsFile
from arrowtui.settings.tables import with_table

MINE = """# my settings, do not lose
[screen]
theme = "light"   # easier on the eyes

# the good one
[[source]]
address = "https://a.example/feed"
title = "A"   # my name
tags = [
  "work",  # [[source]]
]
# lane = "tips"

[[source]]
address = "https://b.example/feed"

[notes]
editor = "vi"

# the last one
[[source]]
address = 'https://c.example/feed'
[source.options]
a = "b"
"""
A, B, C = (f"https://{name}.example/feed" for name in "abc")


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    path = tmp_path / "config.toml"
    path.write_text(MINE)
    return SettingsFile(path)


def test_adding_keeps_every_letter_that_was_there(file: SettingsFile) -> None:
    added = file.add([Wish("feed", "https://d.example/", 'Q "x"', Lane.CALL, ("t",)), Wish("feed", A)])

    assert [wish.address for wish in added] == ["https://d.example/"]
    assert file.path.read_text().startswith(MINE)
    assert file.wishes()[-1].title == 'Q "x"'
    assert file.wishes()[-1].lane is Lane.CALL


def test_removing_takes_one_source_and_nothing_else(file: SettingsFile) -> None:
    file.remove("feed", B)

    assert file.path.read_text() == MINE.replace('[[source]]\naddress = "https://b.example/feed"\n\n', "")


def test_comments_inside_a_removed_source_go_with_it(file: SettingsFile) -> None:
    file.remove("feed", A)

    text = file.path.read_text()
    assert 'lane = "tips"' not in text
    assert "# the good one" in text
    assert [wish.address for wish in file.wishes()] == [B, C]


def test_options_below_a_removed_source_go_with_it(file: SettingsFile) -> None:
    file.remove("feed", C)

    assert file.path.read_text().endswith('editor = "vi"\n\n# the last one\n')


def test_a_new_name_changes_its_own_words_only(file: SettingsFile) -> None:
    file.rename("feed", A, "Desk")

    assert file.path.read_text() == MINE.replace('title = "A"', 'title = "Desk"')


def test_a_new_key_comes_after_the_others_of_its_source(file: SettingsFile) -> None:
    file.set_lane("feed", A, Lane.TIP)
    file.set_lane("feed", C, Lane.CHAT)

    changed = MINE.replace("]\n# lane", ']\nlane = "tips"\n# lane')
    assert file.path.read_text() == changed.replace("[source.options]", 'lane = "chats"\n[source.options]')


def test_what_is_set_and_taken_back_leaves_the_file_as_it_was(file: SettingsFile) -> None:
    for address in (A, B, C):
        file.set_paused("feed", address, True)
        file.set_paused("feed", address, False)
        file.set_lane("feed", address, Lane.CALL)
        file.set_lane("feed", address, None)

    assert file.path.read_text() == MINE


def test_a_faulty_file_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[scren]\n")

    with pytest.raises(SettingsFaulty):
        SettingsFile(path).add([Wish("feed", "https://a.example/")])

    assert path.read_text() == "[scren]\n"


def test_an_address_that_is_none_is_not_written(file: SettingsFile) -> None:
    with pytest.raises(SettingsFaulty):
        file.add([Wish("feed", "no address")])

    assert file.path.read_text() == MINE


@pytest.mark.parametrize("address", [A, B, C])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_removed_source_is_put_back_to_the_letter(file: SettingsFile, address: str, newline: str) -> None:
    whole = MINE.replace("\n", newline).encode()
    file.path.write_bytes(whole)

    file.put_back(file.remove("feed", address))

    assert file.path.read_bytes() == whole


def test_what_was_changed_after_a_source_was_removed_stays_when_it_is_put_back(file: SettingsFile) -> None:
    taken = file.remove("feed", A)
    other = '[[source]]\naddress = "https://b.example/feed"\ntags = [\n"x",\n"y",\n"z",\n]\n'
    file.path.write_text(other)

    file.put_back(taken)
    file.put_back(taken)

    assert file.path.read_text().startswith(other) and "# my name" in file.path.read_text()
    assert [(wish.address, wish.tags) for wish in file.wishes()] == [(B, ("x", "y", "z")), (A, ("work",))]


def test_of_sources_in_one_line_one_is_removed_and_put_back(file: SettingsFile) -> None:
    file.path.write_text(f'source = [{{address = "{A}", title = "A"}}, {{address = "{B}"}}]\n')

    file.put_back(file.remove("feed", A))

    assert [(wish.address, wish.title) for wish in file.wishes()] == [(B, None), (A, "A")]


def test_the_only_source_is_put_back(file: SettingsFile) -> None:
    file.path.write_text(f'source = [{{address = "{A}", title = "A"}}]\n')
    file.put_back(file.remove("feed", A))
    assert [wish.address for wish in file.wishes()] == [A]
    file.remove("feed", A)
    file.add([Wish("feed", B)])
    assert [wish.address for wish in file.wishes()] == [B]

    file.path.write_text(f'[[source]]\naddress = "{A}"\n')
    file.put_back(file.remove("feed", A))
    assert file.path.read_text() == f'[[source]]\naddress = "{A}"\n'


def test_what_is_not_listed_cannot_be_removed(file: SettingsFile) -> None:
    with pytest.raises(UnknownSource):
        file.remove("feed", "https://none.example/")


def test_a_first_source_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "config.toml")

    file.add([Wish("feed", "https://a.example/")])

    assert [wish.address for wish in file.wishes()] == ["https://a.example/"]


def test_a_file_its_owner_protects_is_left_alone(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.path.read_bytes()
    monkeypatch.setattr("arrowtui.settings.edit.os.access", lambda path, mode: False)  # root may write everything

    with pytest.raises(SettingsUnwritable) as told:
        file.add([Wish("feed", "https://new.example/")])

    assert "write-protected" in told.value.hint()
    assert file.path.read_bytes() == before


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(SettingsUnwritable):
        SettingsFile(tmp_path / "file" / "config.toml").add([Wish("feed", "https://a.example/")])


def test_sources_written_in_one_line_stay_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('source = [{address = "https://a.example/"}]  # mine\n')
    file = SettingsFile(path)

    file.add([Wish("feed", "https://b.example/", tags=("x",))])
    file.rename("feed", "https://b.example/", "B")
    file.remove("feed", "https://a.example/")

    assert [(wish.title, wish.tags) for wish in file.wishes()] == [("B", ("x",))]
    assert path.read_text().endswith("# mine\n")


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(MINE.replace("\n", "\r\n").encode())
    file = SettingsFile(path)

    file.add([Wish("feed", "https://d.example/")])
    file.set_lane("feed", A, Lane.TIP)
    file.remove("feed", B)

    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert [wish.address for wish in file.wishes()] == [A, C, "https://d.example/"]


def test_a_link_to_the_file_stays_a_link_and_its_mode_is_kept(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(MINE)
    real.chmod(0o600)
    link = tmp_path / "config.toml"
    link.symlink_to(real)

    SettingsFile(link).add([Wish("feed", "https://d.example/")])

    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    assert "d.example" in real.read_text()


@given(st.text(), st.text(), st.lists(st.text()))
def test_any_words_survive_the_file(
    tmp_path_factory: pytest.TempPathFactory, title: str, option: str, tags: list[str]
) -> None:
    title, option = (word.encode("utf-8", "ignore").decode() for word in (title, option))
    tags = [tag.encode("utf-8", "ignore").decode() for tag in tags]
    file = SettingsFile(tmp_path_factory.mktemp("s") / "config.toml")

    file.add([Wish("feed", "https://a.example/", title or None, None, tuple(tags), options=(("o", option),))])

    (entry,) = file.settings().source
    assert (entry.title, entry.tags, entry.options) == (title or None, tuple(tags), {"o": option})


PIECES = st.sampled_from(
    [
        "# a comment\n",
        "\n",
        '[screen]\ntheme = "light"\n',
        "[notes]  # notes\n  editor = '''vi\n[[source]]\n'''\n",
        '[keys]\nread = [ "x",\n # ]\n "M"]\n',
    ]
)
SOURCE = st.sampled_from(
    [
        '[[source]]\naddress = "https://{n}.example/"\n',
        '[[ source ]] # one\n  title = """\na = "1" \'\'\'\n""" # t\n  address = "https://{n}.example/"\n# below\n',
        "[[source]]\n\naddress = 'https://{n}.example/'\ntags = ['a', \"b\"] #\n[source.options]\nx = '1'\n",
        '[["source"]]\n"address" = "https://{n}.example/" # it\npaused = true\n',
    ]
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Good settings files as different hands write them."""
    parts, used = [], set[str]()
    for number in range(draw(st.integers(1, 6))):
        piece = draw(PIECES)
        if piece.startswith("[") and piece in used:
            piece = "\n"
        used.add(piece)
        parts += [piece, draw(SOURCE).replace("{n}", f"h{number}")]
    text = "".join(parts)
    return text.rstrip("\n") if draw(st.booleans()) else text


@given(files(), st.data())
def test_any_hand_is_kept_when_one_source_changes(text: str, data: st.DataObject) -> None:
    before = read_settings(text, "config.toml")
    blocks = source_blocks(text)
    number = data.draw(st.integers(0, len(blocks) - 1))

    renamed = with_value(text, blocks[number], "title", 'N"1')
    removed = without(text, blocks[number])
    unnamed = with_value(renamed, source_blocks(renamed)[number], "title", None)

    assert len(blocks) == len(before.source)
    others = [entry for place, entry in enumerate(before.source) if place != number]
    after = read_settings(renamed, "config.toml")
    assert after.source[number].title == 'N"1'
    assert [entry for place, entry in enumerate(after.source) if place != number] == others
    assert list(read_settings(removed, "config.toml").source) == others
    assert read_settings(unnamed, "config.toml").source[number].title is None
    for changed in (renamed, removed, unnamed):
        assert read_settings(changed, "config.toml").screen == before.screen
        assert changed.count("# a comment") == text.count("# a comment")


class TestTheVault:
    def test_its_table_comes_to_the_end_and_is_then_changed_in_place(self, file: SettingsFile) -> None:
        file.set_vault("~/notes", False)
        assert file.path.read_text() == MINE + '\n[vault]\nfolder = "~/notes"\ngit = false\n'

        file.path.write_text(file.path.read_text().replace("git = false", "git = false  # not yet"))
        file.set_vault("~/other", True)
        assert file.path.read_text() == MINE + '\n[vault]\nfolder = "~/other"\ngit = true  # not yet\n'
        assert (file.settings().vault.folder, file.settings().vault.git) == ("~/other", True)

    def test_a_table_that_is_there_gets_what_it_lacks(self, tmp_path: Path) -> None:
        path = tmp_path / "config.toml"
        path.write_bytes(b"[vault]\r\n# where they lie\r\n\r\n[screen]\r\nascii = true")

        SettingsFile(path).set_vault("x", True)

        assert path.read_bytes() == (
            b'[vault]\r\nfolder = "x"\r\ngit = true\r\n# where they lie\r\n\r\n[screen]\r\nascii = true'
        )

    def test_a_layout_that_cannot_be_changed_is_left_alone(self, tmp_path: Path) -> None:
        path = tmp_path / "config.toml"
        path.write_text('vault.folder = "x"\n')

        with pytest.raises((SettingsFaulty, SettingsNotToml)):
            SettingsFile(path).set_vault("y", True)

        assert path.read_text() == 'vault.folder = "x"\n'

    @given(
        text=st.sampled_from((MINE, "", "a = 1\n", "[x]\n[vault]\n", "[vault]\ngit = true")), word=st.text(max_size=9)
    )
    def test_every_other_letter_stays(self, text: str, word: str) -> None:
        changed = with_table(text, "vault", {"folder": word})

        assert tomllib.loads(changed)["vault"]["folder"] == word.encode("utf-8", "replace").decode()
        left = iter(changed)
        assert all(letter in left for letter in text), "nothing was taken out"


ADDS = """
import sys
from pathlib import Path
from arrowtui.model.subscription import Wish
from arrowtui.settings.edit import SettingsFile
file = SettingsFile(Path(sys.argv[1]))
sys.stdin.read(1)
for number in range(5):
    file.add([Wish("feed", f"https://{sys.argv[2]}.example/{number}")])
"""


def test_what_several_processes_add_at_once_is_all_there(tmp_path: Path) -> None:
    path, names = tmp_path / "config.toml", ("one", "two", "three", "four")
    line = [sys.executable, "-c", ADDS, str(path)]
    several = [subprocess.Popen([*line, name], stdin=subprocess.PIPE) for name in names]

    for process in several:
        assert process.stdin is not None
        process.stdin.close()  # all of them begin now
    assert [process.wait(60) for process in several] == [0] * len(names)

    wanted = {f"https://{name}.example/{number}" for name in names for number in range(5)}
    assert {wish.address for wish in SettingsFile(path).wishes()} == wanted
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_long_file_that_is_remembered_says_what_was_changed_last(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("".join(f'[[source]]\naddress = "https://{number}.example/feed"\n' for number in range(1000)))
    file, other = SettingsFile(path, tmp_path / "settings.cache"), SettingsFile(path)

    assert len(file.wishes()) == 1000
    file.add([Wish("feed", "https://new.example/feed")])
    assert file.wishes()[-1].address == "https://new.example/feed"
    other.rename("feed", "https://7.example/feed", "Seven")
    assert file.settings().wishes()[7].title == "Seven"
