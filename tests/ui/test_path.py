"""Where a file was written: its name is told whole as long as the line has room for that."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.ui.drawing.fit import cell_len
from arrowtui.ui.drawing.path import fit_path

DEEP = Path("/srv/people/a-long-name/documents/arrowtui/exports/call-night-shift-nurses.ics")


def test_the_home_of_the_person_is_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ida")

    assert fit_path(Path("/home/ida/arrowtui/calls.ics"), 60) == "~/arrowtui/calls.ics"
    assert fit_path(Path("/home/idas/calls.ics"), 60) == "/home/idas/calls.ics"


def test_folders_in_the_middle_give_way_before_the_name() -> None:
    assert fit_path(DEEP, 200) == str(DEEP)
    assert fit_path(DEEP, 60) == "/…/documents/arrowtui/exports/call-night-shift-nurses.ics"
    assert fit_path(DEEP, 32) == "/…/call-night-shift-nurses.ics"
    assert fit_path(DEEP, 20) == "call-ni…t-nurses.ics"


@given(st.lists(st.text("ab.-_ é日本", min_size=1), min_size=1))
def test_it_never_takes_more_room_than_there_is(parts: list[str]) -> None:
    for width in range(40):
        assert cell_len(fit_path(Path("/", *parts), width)) <= width
