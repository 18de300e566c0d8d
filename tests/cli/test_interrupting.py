"""Ctrl-C on a terminal, in the middle of a round: one word, nothing lost, no traceback."""

import signal
import sys
from pathlib import Path

import pexpect

from arrowtui.cli.ends import Exit
from tests.cli.conftest import Arrowtui, World
from tests.server import Hang


def hear_ctrl_c() -> None:
    """As on a terminal, also where these tests run in the background of a script, with Ctrl-C switched off."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_a_round_in_one_word_and_what_came_stays(
    arrowtui: Arrowtui, world: World, config: Path, home: Path
) -> None:
    good, silent = world.feed("/feed", "Desk", "One"), world.server.on("/silent", Hang())
    config.write_text(f'[[source]]\naddress = "{good}"\n[[source]]\naddress = "{silent}"\n')
    line = ["-m", "arrowtui", "--config", str(config), "--data", str(home / "data"), "refresh"]

    with pexpect.spawn(sys.executable, line, timeout=60, encoding="utf-8", preexec_fn=hear_ctrl_c) as process:
        process.expect_exact("1/2")
        process.sendintr()
        process.expect(pexpect.EOF)
    said = process.before or ""

    assert process.exitstatus == Exit.INTERRUPTED
    assert said.rpartition("\r")[0].rpartition("\r")[2] == "Interrupted."
    assert "Traceback" not in said
    assert "One" in arrowtui("list").out
