"""`arrowtui log` in every format and template."""

import json
from datetime import date
from pathlib import Path

import pytest

from arrowtui.cli.ends import Exit
from arrowtui.notes.log.forms import FORMS
from tests.cli.conftest import Arrowtui
from tests.cli.test_vault import write


def test_a_log_of_the_last_year_as_markdown(arrowtui: Arrowtui, home: Path, config: Path) -> None:
    config.write_text('[profile]\nname = "Ida"\n')
    write(home, "Exit tickets\n\nHours: 1.5")

    ran = arrowtui("log")

    assert ran.code == Exit.OK
    assert ran.out.startswith("# Learning log ")
    assert "- **Name**: Ida\n- **Entries**: 1, 1.5 hours\n" in ran.out
    assert "Exit tickets" in ran.out


@pytest.mark.parametrize("template", list(FORMS))
@pytest.mark.parametrize("format", ["markdown", "html", "print", "csv", "json"])
def test_every_format_and_template(arrowtui: Arrowtui, home: Path, template: str, format: str) -> None:
    write(home, "Exit tickets\n\nHours: 1.5")

    ran = arrowtui("log", "--format", format, "--template", template, str(home / "log"))

    assert ran.code == Exit.OK
    assert "1 entries" in ran.err
    assert "Exit tickets" in (home / "log").read_text()


def test_a_period_and_a_tag_narrow_it(arrowtui: Arrowtui, home: Path) -> None:
    before = date.today().isoformat()
    write(home, "Exit tickets")
    after = date.today().isoformat()  # another day where it is midnight just now

    told = json.loads(arrowtui("log", "--format", "json", "--from", before, "--to", after).out)
    assert (told["from"], told["to"], len(told["entries"])) == (before, after, 1)
    assert json.loads(arrowtui("log", "--format", "json", "--tag", "x").out)["entries"] == []
    assert json.loads(arrowtui("log", "--format", "json", "--to", "2001-01-01").out)["entries"] == []


def test_a_period_that_ends_before_it_begins_is_told(arrowtui: Arrowtui) -> None:
    assert arrowtui("log", "--from", "2026-02-01", "--to", "2026-01-01").code == Exit.USAGE
