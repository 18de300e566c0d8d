"""`arrowtui config`, `paths`, `bindings` and `doctor`."""

import json
import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from arrowtui.cli.ends import Exit
from arrowtui.cli.main import run
from arrowtui.gateways.room import Room
from arrowtui.ui.commands import COMMANDS
from tests.cli.conftest import Arrowtui, steps

PATIENCE_S = 60
FAULTY = '[scren]\n[poll]\nevery_min = "often"\n'


@pytest.fixture
def env(home: Path) -> dict[str, str]:
    """The shell of somebody who has named no editor."""
    unnamed = {name: value for name, value in os.environ.items() if name not in {"EDITOR", "VISUAL"}}
    return unnamed | {"HOME": str(home), "ARROWTUI_DATA": str(home / "data")}


def test_no_settings_are_fine_settings(arrowtui: Arrowtui) -> None:
    ran = arrowtui("config", "check")

    assert (ran.code, ran.err) == (Exit.OK, "")
    assert "no file" in ran.out


def test_every_fault_is_listed_where_editors_can_jump_to_it(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text(FAULTY)

    ran = arrowtui("config", "check")

    assert ran.code == Exit.SETTINGS
    assert [line.split(" ")[0] for line in ran.lines] == [f"{config}:1:", f"{config}:3:"]
    assert ran.err == "The settings have 2 faults. `arrowtui config edit` opens them; nothing was lost.\n"


def test_faults_are_told_to_programs_too(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text(FAULTY)

    faults = [json.loads(line) for line in arrowtui("config", "check", "--json").lines]

    assert [(fault["line"], fault["key"]) for fault in faults] == [(1, "scren"), (3, "poll.every_min")]


@pytest.mark.parametrize(
    ("keys", "word"),
    [('reed = "r"', "reed"), ('read = "d"', "dismiss"), ('read = "Strg"', "Strg")],
    ids=["no such command", "a clash", "no such key"],
)
def test_keys_are_held_against_the_table_of_commands(arrowtui: Arrowtui, config: Path, keys: str, word: str) -> None:
    config.write_text(f"# mine\n[keys]\n{keys}\n")

    ran = arrowtui("config", "check")

    assert ran.code == Exit.SETTINGS
    assert ran.out.startswith(f"{config}:3: keys.{keys.split()[0]} ")
    assert word in ran.out


def test_the_reference_is_toml_and_is_named_as_no_model(arrowtui: Arrowtui) -> None:
    out = arrowtui("config", "reference").out

    assert tomllib.loads(out)["screen"]
    assert "Do not copy" in out.splitlines()[0]


def test_the_path_is_printed_bare_for_scripts(arrowtui: Arrowtui, config: Path) -> None:
    assert arrowtui("config", "path").out == f"{config}\n"


def test_editing_begins_a_file_and_checks_what_was_written(
    arrowtui: Arrowtui, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = config.parent / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('[scren]\\n')")
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))

    ran = arrowtui("config", "edit")

    assert config.read_text().startswith("# Settings of arrowtui")
    assert ran.code == Exit.SETTINGS
    assert "scren" in ran.err


def test_an_editor_that_is_not_there_is_told(arrowtui: Arrowtui, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")

    ran = arrowtui("config", "edit")

    assert ran.code == Exit.FAILED
    assert "no-such-editor-anywhere" in ran.err


@pytest.mark.parametrize("redirected", ["stdin", "stdout"])
def test_without_a_terminal_and_an_editor_of_ones_own_the_file_is_named_instead(
    redirected: str, config: Path, env: dict[str, str]
) -> None:
    """One of the two is a terminal, the other is not; an editor that waits for keys would never end."""
    line = [sys.executable, "-m", "arrowtui", "--config", str(config), "config", "edit"]
    person, terminal = os.openpty()
    stdin, stdout = (subprocess.DEVNULL if name == redirected else terminal for name in ("stdin", "stdout"))

    ended = subprocess.run(
        line, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False, env=env, timeout=PATIENCE_S
    )
    os.close(terminal)
    os.close(person)

    assert ended.returncode == Exit.FAILED
    assert ended.stderr.startswith("There is no terminal to open an editor in.\n")
    assert str(config) in ended.stderr and "EDITOR" in ended.stderr
    assert config.exists()


def test_without_a_terminal_the_editor_of_ones_own_is_run(config: Path, env: dict[str, str]) -> None:
    script = config.parent / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('[screen]\\ncounts = false\\n')")
    line = [sys.executable, "-m", "arrowtui", "--config", str(config), "config", "edit"]
    env |= {"EDITOR": shlex.join([sys.executable, str(script)])}

    ended = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, env=env)

    assert ended.returncode == Exit.OK
    assert "counts = false" in config.read_text()


def test_an_edit_is_a_step_the_screen_takes_back(
    arrowtui: Arrowtui, config: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = config.parent / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('[screen]\\ncounts = false\\n')")
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))

    assert arrowtui("config", "edit").err == "Changed: [screen].\nThe settings are fine.\n"
    assert steps(home) == ["Edited the settings (changed: [screen])"]

    script.write_text("")
    assert arrowtui("config", "edit").err == "Nothing changed in the settings.\nThe settings are fine.\n"
    assert len(steps(home)) == 1


def test_settings_can_be_edited_where_there_can_be_no_store(
    arrowtui: Arrowtui, config: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "data").write_text("a file, where a folder should be")
    script = config.parent / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('[screen]\\ncounts = false\\n')")
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))

    ran = arrowtui("config", "edit")

    assert ran.code == Exit.OK
    assert "This edit cannot be taken back on the screen: The store cannot be written" in ran.err
    assert ran.err.endswith("The settings are fine.\n")


def test_paths_say_what_is_there_already(arrowtui: Arrowtui, home: Path) -> None:
    out = arrowtui("paths").out

    assert f"{home / 'data' / 'arrowtui.db'}  (not there yet)" in out
    assert json.loads(arrowtui("paths", "--json").out)["settings"] == str(home / "config.toml")


def test_bindings_show_every_command_with_the_persons_own_keys(arrowtui: Arrowtui, config: Path) -> None:
    config.write_text('[keys]\nread = ["M"]\n')

    bound = {row["command"]: row["keys"] for row in map(json.loads, arrowtui("bindings", "--json").lines)}

    assert set(bound) == {command.id for command in COMMANDS}
    assert bound["read"] == ["M"]
    assert "  M " in arrowtui("bindings").out


class TestDoctor:
    def test_a_fresh_machine_is_fine(self, arrowtui: Arrowtui) -> None:
        ran = arrowtui("doctor")

        assert ran.code == Exit.OK
        assert "bad" not in ran.out

    def test_faulty_settings_are_bad_and_the_rest_is_still_looked_at(self, arrowtui: Arrowtui, config: Path) -> None:
        config.write_text(FAULTY)

        ran = arrowtui("doctor")

        assert ran.code == Exit.FAILED
        assert "bad   settings" in ran.out
        assert "store" in ran.out

    def test_sources_that_fail_are_not_called_fine(self, arrowtui: Arrowtui, config: Path) -> None:
        config.write_text('[[source]]\naddress = "http://127.0.0.1:9/feed"\n')
        arrowtui("refresh")

        ran = arrowtui("doctor", "--json")

        (sources,) = [row for row in map(json.loads, ran.lines) if row["about"] == "sources"]
        assert (sources["health"], sources["says"], ran.code) == ("warn", "1, 1 failing", Exit.OK)

    def test_a_damaged_store_is_bad(self, arrowtui: Arrowtui, home: Path) -> None:
        arrowtui("sources")
        file = home / "data" / "arrowtui.db"
        data = bytearray(file.read_bytes())
        data[8192:60000] = b"\x55" * (60000 - 8192)
        file.write_bytes(data)

        ran = arrowtui("doctor", "--json")

        store = [row for row in map(json.loads, ran.lines) if row["about"] == "store"]
        assert ran.code == Exit.FAILED
        assert store[0]["health"] == "bad"
        assert store[0]["hint"]

    def test_a_folder_that_cannot_be_written_is_bad(self, arrowtui: Arrowtui, home: Path) -> None:
        (home / "data").write_text("in the way")

        ran = arrowtui("doctor", "--json")

        folder = [row for row in map(json.loads, ran.lines) if row["about"] == "folder"]
        assert ran.code == Exit.FAILED
        assert folder[0]["health"] == "bad" and str(home / "data") in folder[0]["says"] and folder[0]["hint"]

    @pytest.mark.parametrize(("free", "health"), [(3_000_000, "bad"), (50_000_000, "warn"), (10**10, "fine")])
    def test_a_disk_that_is_nearly_full_is_told(
        self, free: int, health: str, arrowtui: Arrowtui, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("arrowtui.cli.doctor.room_in", lambda folder: Room(is_writable=True, free=free))

        found = {row["about"]: row for row in map(json.loads, arrowtui("doctor", "--json").lines)}

        assert found["folder"]["health"] == health

    @pytest.mark.parametrize("command", ["list", "notes", "refresh", "watch", "sources"])
    def test_a_folder_that_cannot_be_made_is_told_in_words(self, command: str, arrowtui: Arrowtui, home: Path) -> None:
        (home / "data").write_text("in the way")

        ran = arrowtui(command)

        assert ran.code == Exit.STORE
        assert str(home / "data") in ran.err

    @pytest.mark.parametrize("command", ["doctor", "paths", "config check"])
    def test_a_folder_that_may_not_be_looked_into_is_survived(
        self, command: str, home: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        nowhere = home / ("n" * 300) / "deep"  # the system refuses even to look there

        code = run(["--config", str(nowhere / "config.toml"), "--data", str(nowhere), *command.split()])

        assert code in (Exit.OK, Exit.FAILED, Exit.SETTINGS)
        said = capfd.readouterr()
        assert said.out + said.err

    def test_a_file_that_is_no_store_is_refused_by_every_command(self, arrowtui: Arrowtui, home: Path) -> None:
        (home / "data").mkdir()
        (home / "data" / "arrowtui.db").write_text("my diary " * 200)

        ran = arrowtui("list")

        assert ran.code == Exit.STORE
        assert "Traceback" not in ran.err
        assert (home / "data" / "arrowtui.db").read_text().startswith("my diary")
