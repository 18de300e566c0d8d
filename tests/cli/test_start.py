"""Starting: quick, lazy, and honest about how it ended."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from arrowtui import __version__
from arrowtui.cli.ends import Exit
from arrowtui.cli.main import COMMANDS, root
from tests.cli.conftest import Arrowtui

HEAVY = {"textual", "rich", "httpx", "httpcore", "lxml", "feedparser", "fastfeedparser", "aiosqlite", "tomlkit"}
LOADED = """
import sys
from arrowtui.cli.main import run
parts = int(sys.argv.pop())
code = run(sys.argv[1:])
print("LOADED", *sorted({".".join(name.split(".")[:parts]) for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


def loaded_by(*arguments: str, parts: int = 1) -> set[str]:
    """The modules a command line imports, by the first `parts` of their names."""
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments, str(parts)], capture_output=True, text=True, check=False
    )
    return set(ended.stderr.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("paths",), ("config", "path"), ("bindings",)])
def test_what_only_tells_about_itself_imports_nothing_heavy(arguments: tuple[str, ...], tmp_path: Path) -> None:
    found = loaded_by("--config", str(tmp_path / "c.toml"), "--data", str(tmp_path), *arguments)

    assert "click" in found
    assert not found & HEAVY


@pytest.mark.parametrize("arguments", [("list",), ("search", "word"), ("sources",), ("doctor",), ("counts",)])
def test_what_only_reads_the_store_never_imports_screen_or_network(arguments: tuple[str, ...], tmp_path: Path) -> None:
    found = loaded_by("--config", str(tmp_path / "c.toml"), "--data", str(tmp_path), *arguments)

    assert "aiosqlite" in found
    assert not found & {"textual", "httpx", "httpcore", "lxml", "feedparser", "fastfeedparser", "tomlkit"}


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"config", "paths", "bindings"}])
def test_a_help_imports_neither_screen_nor_network_nor_rules(name: str) -> None:
    found = loaded_by(name, "--help", parts=3)

    assert not {module.split(".")[0] for module in found} & (HEAVY - {"aiosqlite"})
    assert not {module for module in found if module.startswith(("arrowtui.lanes.calls", "arrowtui.sources.feed"))}


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_named_in_the_help_is_there(name: str, arrowtui: Arrowtui) -> None:
    ran = arrowtui(name, "--help")

    assert ran.code == Exit.OK
    assert ran.out.startswith("Usage: arrowtui")


def test_the_help_lists_every_command_and_the_exit_codes(arrowtui: Arrowtui) -> None:
    out = arrowtui("--help").out

    assert all(f"  {name} " in out for name in COMMANDS)
    assert all(str(code.value) in out for code in Exit)


def test_the_handbook_names_every_command_and_exit_code() -> None:
    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"`{name}" not in page] == []
    assert [code.name for code in Exit if f"| {code.value} |" not in page] == []


def test_the_version_is_told(arrowtui: Arrowtui) -> None:
    assert arrowtui("--version").out == f"arrowtui {__version__}\n"


@pytest.mark.parametrize("arguments", [(), ("demo",), ("review",)])
def test_without_a_terminal_the_screen_is_refused_in_words(arguments: tuple[str, ...], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "arrowtui", "--data", str(tmp_path), "--config", str(tmp_path / "c"), *arguments]
    ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=120)

    assert ran.returncode == Exit.FAILED
    assert "needs a terminal" in ran.stderr
    assert "Traceback" not in ran.stderr and ran.stdout == ""


@pytest.mark.parametrize("name", ["list", "refresh", "watch"])
def test_where_no_data_folder_can_be_made_that_is_told(name: str, arrowtui: Arrowtui, home: Path) -> None:
    (home / "data").write_text("a file, where a folder should be")

    ran = arrowtui(name)

    assert ran.code == Exit.STORE
    assert "cannot be written" in ran.err and str(home / "data") in ran.err


@pytest.mark.parametrize("arguments", [("lsit",), ("list", "--lane", "tipps"), ("add",), ("--colour",)])
def test_wrong_usage_is_told_without_a_traceback(arguments: tuple[str, ...], arrowtui: Arrowtui) -> None:
    ran = arrowtui(*arguments)

    assert ran.code == Exit.USAGE
    assert "Usage:" in ran.err
    assert "Traceback" not in ran.err


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "arrowtui", "--data", str(tmp_path), "bindings"]

    ended = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert ended.stderr == b""
    assert ended.returncode == Exit.OK


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize(
    "command",
    [
        *("bindings", "bindings --json", "config reference", "export", "paths", "doctor", "counts"),
        *("--help", "--version", "list --help", "config edit --help"),
    ],
)
def test_an_output_that_takes_no_more_is_told_in_words(command: str, tmp_path: Path) -> None:
    line = [sys.executable, "-m", "arrowtui", "--data", str(tmp_path), "--config", str(tmp_path), *command.split()]

    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert ended.returncode == Exit.FAILED
    assert ended.stderr.startswith("The output cannot be written.\n")
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_bare_command_hands_a_shell_its_completions(shell: str) -> None:
    env = os.environ | {"_ARROWTUI_COMPLETE": f"{shell}_source"}

    ended = subprocess.run([sys.executable, "-m", "arrowtui"], capture_output=True, text=True, check=False, env=env)

    assert (ended.returncode, ended.stderr) == (Exit.OK, "")
    assert f"_ARROWTUI_COMPLETE={shell}_complete" in ended.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_shell_that_cannot_take_our_completions_is_told_in_words(tmp_path: Path) -> None:
    env = os.environ | {"_ARROWTUI_COMPLETE": "bash_source"}

    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "arrowtui"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=env
        )

    assert (ended.returncode, ended.stderr.splitlines()[0]) == (Exit.FAILED, "The output cannot be written.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize(("command", "code"), [("list", Exit.OK), ("lsit", Exit.USAGE), ("remove Nobody", Exit.FAILED)])
def test_an_error_stream_that_takes_nothing_changes_no_exit_code(command: str, code: Exit, tmp_path: Path) -> None:
    line = [sys.executable, "-m", "arrowtui", "--data", str(tmp_path), "--config", str(tmp_path), *command.split()]

    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(line, stdout=subprocess.PIPE, stderr=full, check=False)

    assert ended.returncode == code


@pytest.mark.parametrize("command", ["--help", "--version", "list --help"])
def test_help_into_a_closed_pipe_ends_quietly(command: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    ended = subprocess.run(
        [sys.executable, "-m", "arrowtui", *command.split()], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)

    assert (ended.returncode, ended.stderr) == (Exit.OK, b"")


def test_who_closed_the_output_hears_nothing(tmp_path: Path) -> None:
    line = f'"{sys.executable}" -m arrowtui --data "{tmp_path}" bindings >&-'

    ended = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (Exit.OK, "")


def test_an_interrupt_is_no_traceback(arrowtui: Arrowtui, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(root, "invoke", interrupted)

    ran = arrowtui("list")

    assert ran.code == Exit.INTERRUPTED
    assert ran.err == "Interrupted.\n"


def test_a_bug_is_loud(arrowtui: Arrowtui, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(root, "invoke", broken)

    with pytest.raises(ZeroDivisionError):
        arrowtui("list")


def test_the_screen_process_never_loads_what_fetches_or_parses() -> None:
    script = """
import sys
import arrowtui.cli.screen, arrowtui.wiring.screen, arrowtui.ui.app, arrowtui.ui.screens.main
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""
    found = set(
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    )

    assert "textual" in found
    assert not found & {"httpx", "httpcore", "lxml", "feedparser", "fastfeedparser", "tomlkit", "click"}


@pytest.mark.parametrize("group", ["pack", "rules", "vault", "config"])
def test_no_line_of_a_help_is_cut(arrowtui: Arrowtui, group: str) -> None:
    assert "..." not in arrowtui(group, "--help").out.replace("[ARGS]...", "")


CLOSED_INPUT = (
    "import os, sys; os.close(0); os.execv(sys.executable, [sys.executable, '-m', 'arrowtui', *sys.argv[1:]])"
)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "The screen needs a terminal"),
        (("demo",), "The screen needs a terminal"),
        (("note",), "There is nothing to note"),
        (("login", "x"), "There is no terminal to ask on"),
        (("classify",), ""),
    ],
)
def test_whoever_closed_the_input_is_told_in_words(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    places = {"ARROWTUI_CONFIG": str(tmp_path / "c.toml"), "ARROWTUI_DATA": str(tmp_path / "data")}

    ended = subprocess.run(
        [sys.executable, "-c", CLOSED_INPUT, *arguments],
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        check=False,
    )

    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
