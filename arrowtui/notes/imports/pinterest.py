"""Pinterest's data export: one HTML page of facts, in which pins and boards are runs of `Name: value` lines.

Source: the page a person gets who asks Pinterest for her data. A pin begins with its address; `No data` means nothing.
"""

from html.parser import HTMLParser

from arrowtui.model.saved import Haul, Saved
from arrowtui.notes.imports.tables import is_web
from arrowtui.notes.imports.times import iso_time

PIN = ("https://www.pinterest.", "http://www.pinterest.", "https://pinterest.", "https://pin.it/")
NOTHING = frozenset({"no data", "none", ""})
FACTS = ("title", "details", "board name", "alt text", "canonical link", "created at")


def read_pinterest(text: str) -> Haul | None:
    """Understand the page; None where it is no such page."""
    start = text[:200_000].casefold()
    if ">pins</h1>" not in start and not ("board name:" in start and "/pin/" in start):
        return None
    walk = _Walk()
    walk.feed(text)
    walk.close()
    walk.end_pin()
    return Haul("pinterest", "Pinterest data export", tuple(walk.found), tuple(walk.skipped))


class _Walk(HTMLParser):
    """Lines between breaks; a link's address stands for its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Saved] = []
        self.skipped: list[tuple[str, str]] = []
        self._pin: str | None = None
        self._facts: dict[str, str] = {}
        self._line: list[str] = []
        self._is_pins = True
        self._heading: list[str] | None = None
        self._is_link = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "h1":
            self._end_line()
            self.end_pin()
            self._heading = []
        elif tag == "br":
            self._end_line()
        elif tag == "a":
            address = next((value or "" for name, value in attributes if name == "href"), "")
            self._is_link = True
            if address.startswith(PIN) and "/pin/" in address and not "".join(self._line).strip():
                self.end_pin()
                self._pin = address
            else:
                self._line.append(address)

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1" and self._heading is not None:
            self._is_pins = "".join(self._heading).strip().casefold() == "pins"
            self._heading = None
        self._is_link = self._is_link and tag != "a"

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading.append(data)
        elif not self._is_link:
            self._line.append(data)

    def _end_line(self) -> None:
        name, colon, value = "".join(self._line).partition(":")
        self._line = []
        fact = value.strip().rstrip(",").strip()
        if self._pin and colon and name.strip().casefold() in FACTS and fact.casefold() not in NOTHING:
            self._facts[name.strip().casefold()] = fact

    def end_pin(self) -> None:
        """What follows belongs to another pin."""
        self._end_line()
        pin, facts, self._pin, self._facts = self._pin, self._facts, None, {}
        if pin is None or not self._is_pins:
            return
        if not is_web(pin):
            self.skipped.append((pin[:60], "no web address"))
            return
        text = "\n".join(filter(None, (facts.get("details"), facts.get("alt text"), facts.get("canonical link"))))
        title = facts.get("title") or facts.get("details", "")[:80] or facts.get("alt text", "")[:80]
        board = (facts["board name"],) if "board name" in facts else ()
        self.found.append(Saved(pin, title, pin, None, iso_time(facts.get("created at")), board, text=text))
