"""`arrowtui demo`."""

import click

from arrowtui.cli.screen import open_demo


@click.command("demo")
def demo_command() -> None:
    """Look around in a sample world: its own temporary store, no network. Nothing of yours is touched."""
    open_demo()
