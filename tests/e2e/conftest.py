"""A home of its own for the program, and a site on 127.0.0.1 for it to poll."""

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest


class Site:
    """Pages by path; change `pages` and the next request gets the new one."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {}
        pages = self.pages

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                kind, body = pages.get(self.path, ("text/plain", b""))
                self.send_response(200 if self.path in pages else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}"

    def feed(self, path: str, items: dict[str, str], title: str = "The Desk") -> str:
        """Publish an RSS feed of title -> text, the first the newest; returns its address."""
        entries = "".join(
            f"<item><title><![CDATA[{name}]]></title><guid isPermaLink='false'>{name[:40]}</guid>"
            f"<link>{self.base}/{number}</link><description><![CDATA[{text}]]></description>"
            f"<pubDate>Mon, 23 Nov 2020 {23 - number:02}:00:00 GMT</pubDate></item>"
            for number, (name, text) in enumerate(items.items())
        )
        xml = f"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>{entries}</channel></rss>"
        self.pages[path] = ("application/rss+xml; charset=utf-8", xml.encode("utf-8", "surrogatepass"))
        return self.base + path


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    thread = threading.Thread(target=made.server.serve_forever, daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Nothing of the caller's but what a program needs to start."""
    return {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "ARROWTUI_CONFIG": str(tmp_path / "config.toml"),
        "ARROWTUI_DATA": str(tmp_path / "data"),
    }
