"""The demo as a newcomer meets it: by the command, and through the door of the welcome screen."""

from pathlib import Path

from tests.e2e.terminal import Terminal


def test_the_demo_shows_all_tabs_lets_the_chat_go_on_and_leaves_nothing(env: dict[str, str], tmp_path: Path) -> None:
    env["TMPDIR"] = str(tmp_path / "tmp")
    (tmp_path / "tmp").mkdir()
    with Terminal(["demo"], env, size=(120, 36)) as screen:
        screen.wait_for("Exit tickets that change")
        screen.press("3")
        screen.wait_for("Radio: a head teacher")
        screen.press("4")
        screen.wait_for("One sheet, three codes")
        screen.press("2")
        screen.wait_for("Live now")
        screen.press("\r")
        screen.wait_for("So far", "Think of one piece of feedback")
        screen.wait_for("new · press .")
        screen.press(".")
        screen.wait_for("A1: A sister told me")
        screen.press("Q")
        assert screen.ended() == 0

    assert list((tmp_path / "tmp").glob("arrowtui-demo-*")) == []
    assert not (tmp_path / "data").exists() or not list((tmp_path / "data").glob("*.db"))


def test_the_first_door_leads_into_the_demo(env: dict[str, str]) -> None:
    with Terminal([], env) as screen:
        screen.wait_for("Look around")
        screen.press("d")
        screen.wait_for("Exit tickets that change")
        screen.press("Q")
        assert screen.ended() == 0
