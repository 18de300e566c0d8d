"""Opens links. Only web and mail addresses; never through a shell."""

from urllib.parse import urlsplit

from arrowtui.model.errors_requests import LinkNotOpened

OPENED = frozenset({"http", "https", "mailto"})


class SystemBrowser:
    """The person's own browser and mail program."""

    def open(self, link: str) -> bool:
        """Hand a link over; False when the machine has no browser.

        Raises: LinkNotOpened for anything but http, https and mailto, and for links with control characters.
        """
        try:
            scheme = urlsplit(link).scheme.lower()
        except ValueError as cause:
            raise LinkNotOpened(link) from cause
        if scheme not in OPENED or any(ord(c) < 33 or ord(c) == 127 for c in link):
            raise LinkNotOpened(link)
        import webbrowser  # start-up time

        return webbrowser.open(link, new=2)
