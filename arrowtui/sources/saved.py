"""Pages a person saved by their address: fetched once, read by what they are."""

from urllib.parse import unquote, urlsplit

from arrowtui.model.errors_sources import UnfitAddress
from arrowtui.model.manners import HOUR_S, Manners
from arrowtui.model.wire import Attachment, Batch, Body, Draft, Markup, Medium, Reply, Request
from arrowtui.sources.adapter import Adapter

ADDRESS = "saved:"
ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.8"
MEDIA = {"image": Medium.IMAGE, "audio": Medium.AUDIO, "video": Medium.VIDEO}
LONGEST = 200_000  # characters of a plain text that are kept


class Saved(Adapter):
    """One page a time; `first` is handed the address of the page. It is no source that a round asks: see `filling`."""

    kind = "saved"
    manners = Manners(normal_s=24 * HOUR_S)

    def first(self, address: str, options: tuple[tuple[str, str], ...], memory: str) -> Request:
        """The page, whole. Raises: UnfitAddress for what is no web address."""
        if not address.lower().startswith(("http://", "https://")):
            raise UnfitAddress(self.kind, address)
        return Request(address, headers={"Accept": ACCEPT}, conditional=False)

    def read(self, reply: Reply, options: tuple[tuple[str, str], ...], memory: str) -> Batch:
        """One draft, known by the address that was asked: an article, a text, or a file as an attachment."""
        kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind in ("", "text/html", "application/xhtml+xml"):
            return Batch((_page(reply),))
        if kind.startswith("text/"):
            return Batch((_text(reply),))
        return Batch((_file(reply, kind),))


def _page(reply: Reply) -> Draft:
    """Raises: UnreadableReply for what only says it is a page."""
    from arrowtui.sources.article import article  # parsers, late
    from arrowtui.sources.pages.tree import page_of, text_of

    text = text_of(reply.body, reply.headers.get("content-type", ""))
    return article(page_of(reply), text, reply.request.address)


def _text(reply: Reply) -> Draft:
    from arrowtui.sources.pages.tree import text_of

    text = text_of(reply.body, reply.headers.get("content-type", ""))[:LONGEST]
    markup = Markup.MARKDOWN if urlsplit(reply.address).path.lower().endswith((".md", ".markdown")) else Markup.TEXT
    return _bare(reply, Body(text, markup, reply.address), ())


def _file(reply: Reply, kind: str) -> Draft:
    medium = MEDIA.get(kind.partition("/")[0], Medium.FILE)
    return _bare(reply, None, (Attachment(reply.address, medium, mime=kind, size_bytes=len(reply.body)),))


def _bare(reply: Reply, body: Body | None, attachments: tuple[Attachment, ...]) -> Draft:
    """What has no title of its own is called by its file name."""
    name = unquote(urlsplit(reply.address).path.rstrip("/").rpartition("/")[2])
    return Draft(
        native_id=reply.request.address,
        title=Body(name, Markup.TEXT) if name else None,
        body=body,
        link=reply.address,
        attachments=attachments,
        host="",
    )
