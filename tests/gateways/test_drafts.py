"""Drafts: what is being typed, safe on the disk."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrowtui.gateways.drafts import Drafts, KeptDraft
from arrowtui.model.errors_store import DraftUnwritable
from arrowtui.model.note import LayerId


@given(text=st.text())
def test_every_text_comes_back_as_it_was_held(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("drafts"))
    drafts.hold(LayerId(7), text)

    assert list(drafts.left()) == [KeptDraft(LayerId(7), text)]


def test_a_lone_surrogate_does_not_stop_the_rest_from_being_kept(tmp_path: Path) -> None:
    Drafts(tmp_path).hold(LayerId(1), "before \ud800 after")

    assert next(Drafts(tmp_path).left()).text == "before ? after"


def test_the_last_text_counts_and_a_dropped_one_is_gone(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "not there yet")
    drafts.hold(LayerId(1), "one")
    drafts.hold(LayerId(1), "one two")
    drafts.hold(LayerId(2), "other")
    drafts.drop(LayerId(2))
    drafts.drop(LayerId(3))

    assert list(drafts.left()) == [KeptDraft(LayerId(1), "one two")]


def test_only_the_owner_may_read_a_draft(tmp_path: Path) -> None:
    Drafts(tmp_path / "drafts").hold(LayerId(1), "secret thoughts")

    assert (tmp_path / "drafts" / "1.draft.md").stat().st_mode & 0o077 == 0


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thoughts.draft.md").write_text("mine")
    (tmp_path / "1.new").write_text("half")

    assert list(Drafts(tmp_path).left()) == []


def test_a_disk_that_does_not_take_it_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(DraftUnwritable):
        Drafts(tmp_path / "file").hold(LayerId(1), "text")


def test_a_text_that_cannot_be_replaced_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = Drafts(tmp_path)
    drafts.hold(LayerId(1), "first")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DraftUnwritable, match="No space left"):
        drafts.hold(LayerId(1), "second")

    assert next(drafts.left()).text == "first"
