"""Adding what has no feed, with the real program: a page's list, a page as a whole, a mailbox."""

from pathlib import Path

from tests.e2e.conftest import Site
from tests.e2e.terminal import Terminal

CALLS = ("Nurses who work at night", "Parents of twins, tell us", "Bakers who bake by night")
DOWN = "\x1b[B"


def newsroom(site: Site, *calls: str) -> str:
    """Publish a page of call-outs; returns its address."""
    told = "".join(f'<div class="call"><h3><a href="/{call[:5]}">{call}</a></h3></div>' for call in calls)
    page = f"<html><head><title>Call-outs</title></head><body><main><h1>Call-outs</h1>{told}</main></body></html>"
    site.pages["/calls"] = ("text/html; charset=utf-8", page.encode())
    return f"{site.base}/calls"


def begun(screen: Terminal) -> None:
    """From the first screen to the line for an address."""
    screen.wait_for("Add an address")
    screen.press("a")
    screen.wait_for("Add a source")


def test_the_list_of_a_page_is_chosen_from_a_preview_and_followed(site: Site, env: dict[str, str]) -> None:
    address = newsroom(site, *CALLS)

    with Terminal([], env) as screen:
        begun(screen)
        screen.press(address + "\r")
        screen.wait_for("the page as a whole", "3 items, without dates: item div.call", *CALLS)
        screen.press("\t\r")
        screen.wait_for("Added 1 source")
        screen.wait_for(*CALLS, lambda text: "Add a source" not in text)

        newsroom(site, "Ferry commuters wanted", *CALLS)
        screen.press("R")
        screen.wait_for("1 new · press .")
        screen.press(".")
        screen.wait_for("Ferry commuters wanted")
        screen.press("Q")
        assert screen.ended() == 0


def test_a_page_as_a_whole_tells_what_changed(site: Site, env: dict[str, str]) -> None:
    address = newsroom(site, *CALLS)

    with Terminal([], env) as screen:
        begun(screen)
        screen.press(address + "\r")
        screen.wait_for("the page as a whole")
        screen.press(f"{DOWN} \t\r")
        screen.wait_for("Added 1 source")
        screen.wait_for(lambda text: "Add a source" not in text)
        screen.press("gs")
        screen.wait_for("fine", "asked", lambda text: "asked never" not in text)
        screen.press("\x1b")
        screen.wait_for(lambda text: "1 source" not in text)

        newsroom(site, *CALLS[:2], "Ferry commuters wanted")
        screen.press("R")
        screen.wait_for("Call-outs: Ferry commuters wanted")
        screen.press("\r")
        screen.wait_for("Bakers who bake by night", "Ferry commuters wanted")
        screen.press("Q")
        assert screen.ended() == 0


def test_a_mailbox_is_added_by_its_path(env: dict[str, str], tmp_path: Path) -> None:
    box = tmp_path / "Mail" / "Lists"
    for part in ("new", "cur", "tmp"):
        (box / part).mkdir(parents=True)
    mail = "From: Ida <ida@desk.example>\nSubject: Letter of the week\nMessage-ID: <1@desk.example>\n\nHow to begin\n"
    (box / "new" / "1").write_text(mail)

    with Terminal([], env) as screen:
        begun(screen)
        screen.press("~/Mail/Lists\r")
        screen.wait_for("· Letter of the week")
        screen.press("\t\r")
        screen.wait_for("Letter of the week", lambda text: "Add a source" not in text)
        screen.press("Q")
        assert screen.ended() == 0
