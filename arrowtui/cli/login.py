"""`arrowtui login` and `arrowtui logout`: a token or password into the keyring of the system, step by step."""

from collections.abc import Mapping
from dataclasses import dataclass

import click

from arrowtui.cli.output import say
from arrowtui.gateways.secrets import drop_from_keyring, keep_in_keyring, variable_of
from arrowtui.model.errors_sources import NoSuchLogin


@dataclass(frozen=True, slots=True)
class Login:
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


@click.command("login")
@click.argument("name")
def login_command(name: str) -> None:
    """Put a token or password into the keyring of your system. NAME is a kind (mastodon) or kind:server."""
    kind, _, place = name.partition(":")
    login = LOGINS.get(kind)
    if login is None:
        raise NoSuchLogin(kind, tuple(LOGINS))
    for number, step in enumerate(login.steps, 1):
        say(f"{number}. {step}")
    if login.asks and not place:
        place = click.prompt(login.asks, err=True).strip()
    full = f"{kind}:{place}" if place else kind
    keep_in_keyring(full, click.prompt(login.secret, hide_input=True, err=True).strip())
    say(f"Kept as {full} in the keyring. (A variable {variable_of(full)} would do as well.)")


@click.command("logout")
@click.argument("name")
def logout_command(name: str) -> None:
    """Take a secret out of the keyring. NAME as told by `arrowtui login`."""
    say(f"{name} is forgotten." if drop_from_keyring(name) else f"There was no {name} in the keyring.")
