"""How a person comes by the token or password of each kind of source, step by step."""

import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from msgspec import Struct


class Login(Struct, frozen=True):
    """How a person comes by a secret: `asks` what else is in its name, `steps` to go, what the secret is called."""

    asks: str
    steps: tuple[str, ...]
    secret: str = "Token"


LOGINS: Mapping[str, Login] = {
    "mastodon": Login(
        "Server (such as social.example.org)",
        (
            "Open Preferences > Development > New application on that server.",
            "Give it any name and only the right read:statuses (and read:search); save, then open it again.",
            "Copy the access token.",
        ),
    ),
    "bluesky": Login(
        "Handle (such as ida.example.org)",
        ("Open Settings > Privacy and security > App passwords.", "Add one, without access to messages, and copy it."),
        "App password",
    ),
    "x": Login(
        "",
        (
            "Reading X costs money: sign in at the developer console, add credit, create an app.",
            "Copy the app's bearer token. Set a monthly budget in the settings: without one nothing is asked.",
        ),
        "Bearer token",
    ),
    "facebook": Login(
        "Page (its name in the address)",
        (
            "You need a content task on that Page and an app with pages_read_engagement.",
            "Make a long-lived user token, then ask for the token of the Page; it does not expire by time.",
        ),
        "Page token",
    ),
    "reddit": Login(
        "",
        (
            "Signed in at Reddit, open Preferences > RSS feeds (reddit.com/prefs/feeds).",
            "Of any private feed there copy what stands behind feed= up to the next &.",
        ),
        "Feed token",
    ),
    "stackexchange": Login("", ("Register an app at stackapps.com; its key is free.", "Copy the key."), "Key"),
    "discourse": Login("Forum (such as forum.example.org)", ("Ask its staff for a user API key with the right read.",)),
    "lemmy": Login("Server", ("Private servers only: copy the token (jwt) of your login.",)),
    "tumblr": Login("", ("Register an application at tumblr.com/oauth/apps.", "Copy its consumer key."), "Key"),
    "greader": Login(
        "Account (name@server, as in its address)",
        (
            "FreshRSS: Settings > Authentication > Allow API access, then Settings > Profile > API password.",
            "Miniflux: Settings > Integrations > Google Reader; its name and password count, not those of the account.",
        ),
        "API password",
    ),
    "fever": Login(
        "Account (name@server, as in its address)",
        (
            "FreshRSS: as for greader; the API password serves both.",
            "Miniflux: Settings > Integrations > Fever; its name and password count, not those of the account.",
        ),
        "API password",
    ),
    "imap": Login(
        "Mailbox (user@host, as in its address)",
        (
            "Use an app password where your provider has them (Gmail, iCloud, Fastmail, Yahoo).",
            "Best is a folder of its own, filled by a rule of your mail server.",
        ),
        "Password",
    ),
}
"""What one can log in to; the name of the secret is the kind, or kind:answer."""

BY_HOST = frozenset({"lemmy", "discourse", "greader", "fever"})
"""Kinds whose secrets are named without the port of their server."""


def secret_name(kind: str, typed: str) -> str:
    """The name of a secret from what a person says it is for: a name, a server, or a whole address of it.

    `https://Social.Example/` is `social.example`, `https://ida@rss.example/api/greader.php` is `ida@rss.example`.
    """
    said = typed.strip()
    if not said:
        return kind
    try:
        split = urlsplit(said if "://" in said else f"//{said}")
    except ValueError:
        return f"{kind}:{said}"
    if kind == "facebook":
        return f"{kind}:{split.path.strip('/').rpartition('/')[2] or said.strip('/@')}"
    user, at, host = split.netloc.rpartition("@")
    name = unquote(user.partition(":")[0])
    where = re.sub(r":\d*$", "", host) if kind in BY_HOST else host
    return f"{kind}:{name}{'@' if at and name else ''}{where.lower()}" if where else kind
