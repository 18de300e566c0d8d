"""`arrowtui login` and `arrowtui logout`: a token or password into the keyring of the system, step by step."""

import sys

import click

from arrowtui.cli.output import say
from arrowtui.gateways.secrets import drop_from_keyring, keep_in_keyring, variable_of
from arrowtui.model.errors_sources import NoSuchLogin
from arrowtui.model.logins import LOGINS, secret_name

LONGEST = 16 * 1024  # bytes of a secret


@click.command("login")
@click.argument("name", required=False)
@click.option("--stdin", "is_piped", is_flag=True, help="Read the secret from the standard input, ask nothing.")
def login_command(name: str | None, *, is_piped: bool) -> None:
    """Put a token or password into the keyring of your system. NAME is a kind (mastodon) or kind:server; without it
    the kinds are listed."""
    if name is None:
        for kind, login in LOGINS.items():
            say(f"{kind:<14} {login.secret}{f', for each {login.asks}' if login.asks else ''}")
        return
    kind = name.partition(":")[0]
    if kind not in LOGINS:
        raise NoSuchLogin(kind, tuple(LOGINS))
    if is_piped:
        secret = sys.stdin.buffer.read(LONGEST).decode("utf-8", "replace").strip()
        if not secret:
            raise click.UsageError("No secret came in.")
        keep_in_keyring(name, secret)
        return
    if not sys.stdin.isatty():  # whoever sends it in is not asked, nor warned that it might be seen
        raise click.UsageError("There is no terminal to ask on. Send the secret in with --stdin.")
    full = walk(name)
    say(f"Kept as {full} in the keyring. (A variable {variable_of(full)} would do as well.)")


def walk(name: str) -> str:
    """Tell the steps to a secret, ask for it, keep it; returns its whole name. Raises: NoSuchLogin, SecretNotGiven."""
    kind, _, place = name.partition(":")
    login = LOGINS.get(kind)
    if login is None:
        raise NoSuchLogin(kind, tuple(LOGINS))
    for number, step in enumerate(login.steps, 1):
        say(f"{number}. {step}")
    full = name if place and "/" not in place else secret_name(kind, place)  # one that was told to her stays as it is
    if login.asks and not place:
        full = secret_name(kind, click.prompt(login.asks, err=True))
    keep_in_keyring(full, click.prompt(login.secret, hide_input=True, err=True).strip())
    return full


@click.command("logout")
@click.argument("name")
def logout_command(name: str) -> None:
    """Take a secret out of the keyring. NAME as told by `arrowtui login`."""
    say(f"{name} is forgotten." if drop_from_keyring(name) else f"There was no {name} in the keyring.")
