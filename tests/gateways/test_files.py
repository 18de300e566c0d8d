"""Files a person names, and links handed to the browser."""

import stat
from pathlib import Path

import pytest

from arrowtui.gateways.browser import SystemBrowser
from arrowtui.gateways.files import is_file, read_file, version_of, write_file
from arrowtui.model.errors_requests import FileUnreadable, FileUnwritable, LinkNotOpened


def test_a_file_is_told_from_what_is_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")

    assert is_file(str(tmp_path / "a"))
    assert not any(is_file(typed) for typed in (str(tmp_path), "https://a.example/", "", "a\x00b", "x" * 5000, "~no/x"))


def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "big").write_bytes(b"12345")
    monkeypatch.setattr("arrowtui.gateways.files.MOST_BYTES", 4)

    for name in ("none", "", "big"):
        with pytest.raises(FileUnreadable):
            read_file(str(tmp_path / name))


def test_a_new_file_may_be_for_its_owner_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "settings", b"x", is_private=True)
    (tmp_path / "settings").chmod(0o644)

    write_file(tmp_path / "settings", b"y", is_private=True)
    write_file(tmp_path / "other", b"x", is_private=True)

    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("settings", "other")]
    assert modes == [0o644, 0o600]  # what she has opened to others stays open


def test_a_file_is_replaced_whole_with_its_mode_and_through_its_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    before = version_of(real)

    write_file(link, b"new")

    assert (real.read_text(), link.is_symlink()) == ("new", True)
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert version_of(real) != before
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["link", "real"]


def test_a_file_that_cannot_be_written_stays_and_nothing_is_left_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileUnwritable, match="No space left"):
        write_file(path, b"new")

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_only_web_and_mail_links_reach_the_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_it(link: str, new: int = 0) -> bool:
        opened.append(link)
        return True

    monkeypatch.setattr("webbrowser.open", open_it)
    browser = SystemBrowser()

    assert browser.open("https://a.example/?q=1") and browser.open("mailto:a@a.example")
    for link in (
        "file:///etc/passwd",
        "javascript:x",
        "",
        "https://a.example/\nx",
        "-h",
        "https://a\x1b.example",
        "http://[",
    ):
        with pytest.raises(LinkNotOpened):
            browser.open(link)
    assert opened == ["https://a.example/?q=1", "mailto:a@a.example"]
