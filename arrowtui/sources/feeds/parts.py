"""The children of one element of a feed, by their short names."""

from collections.abc import Sequence

from lxml import etree

from arrowtui.sources.feeds.names import Names
from arrowtui.sources.feeds.wording import plain

MOST_ATTRIBUTES = 64
"""lxml looks for each value from the first attribute on: the million that fits into a reply would take hours."""


def attributes(element: etree._Element) -> list[tuple[str, str]]:
    """Names (`{address}local` where they have a space) and values of an element's first attributes."""
    if len(element.attrib) <= MOST_ATTRIBUTES:
        return [(str(name), str(value)) for name, value in element.items()]
    return [(str(name), str(element.get(name, ""))) for name in element.keys()[:MOST_ATTRIBUTES]]


def children(element: etree._Element) -> list[etree._Element]:
    """All at once, which takes half the time of one after the other."""
    return element[:]  # type: ignore[index,return-value]  # the stubs know no slices


Part = tuple[etree._Element, str]
"""An element and its own text, stripped."""


class Parts:
    """What stands directly inside an item or a channel. Reads lazily: most parts are never asked for."""

    __slots__ = ("element", "found", "names")

    def __init__(self, element: etree._Element, names: Names) -> None:
        self.element = element
        self.names = names
        found: dict[str, list[etree._Element]] = {}
        for child in children(element):
            name = names[child.tag]
            if name in found:
                found[name].append(child)
            else:
                found[name] = [child]
        self.found = found

    def __contains__(self, name: str) -> bool:
        return name in self.found

    def has_any(self, names: tuple[str, ...]) -> bool:
        """Whether there is any part of these names; one look that spares many."""
        return not self.found.keys().isdisjoint(names)

    def all(self, *names: str) -> Sequence[etree._Element]:
        """Every part of these names, in the order of the names."""
        found = self.found
        if len(names) == 1:
            return found.get(names[0], ())
        return [element for name in names if name in found for element in found[name]]

    def first(self, *names: str) -> Part | None:
        """The first part of these names that is not empty; an earlier name goes before a later one."""
        found = self.found
        for name in names:
            if name in found:
                for element in found[name]:
                    text = (element.text or "").strip()  # asked for once: each time it is decoded anew
                    if text or len(element):
                        return element, text
        return None

    def text(self, *names: str) -> str | None:
        """The characters of the first part of these names that has any."""
        found = self.found
        for name in names:
            if name in found:
                for element in found[name]:
                    text = plain(element)
                    if text:
                        return text
        return None

    def attribute(self, name: str, attribute: str) -> str | None:
        """An attribute of the first part of that name that has it."""
        for element in self.found.get(name, ()):
            value = (element.get(attribute) or "").strip()
            if value:
                return value
        return None

    def own(self, attribute: str) -> str | None:
        """An attribute of the element itself, however its name is written."""
        return next(
            (value for name, value in attributes(self.element) if name.rpartition("}")[2].lower() == attribute), None
        )
